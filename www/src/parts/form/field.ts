import { computed, type MaybeRefOrGetter, toValue } from "vue";
import { useMarks } from "../../desk/marks";

/** What ties a control to its place in the request: its id, and what is wrong there. */
export function useField(pointer: MaybeRefOrGetter<string>) {
  const { idOf, issuesAt, leave } = useMarks();
  const id = computed(() => idOf(toValue(pointer)));
  const issues = computed(() => issuesAt(toValue(pointer)));
  const issuesId = computed(() => `${id.value}.issues`);
  const severity = computed(() => {
    if (issues.value.some(({ severity }) => severity === "error")) return "error";
    return issues.value.length > 0 ? "warning" : undefined;
  });
  const attributes = computed(() => ({
    id: id.value,
    "aria-describedby": issues.value.length > 0 ? issuesId.value : undefined,
    "aria-invalid": severity.value === "error" ? ("true" as const) : undefined,
    onBlur: leave && (() => leave(toValue(pointer))),
  }));
  return { attributes, id, issuesId, severity };
}
