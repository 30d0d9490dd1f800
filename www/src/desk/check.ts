import { buildCompleteRequest, summarize, yuanToFen, type BuildOptions, type CompleteRequestBody, type Issue } from "payscore";
import { computed } from "vue";
import { locale } from "../text";
import { clock } from "./clock";
import { draftOf, form, isEmpty } from "./form";
import { industry, previousText, serviceLimit } from "./options";
import { created } from "./order";

const nothing: Issue[] = [];

const draft = computed(() => draftOf(form));

const options = computed<BuildOptions>(() => ({
  amountUnit: "yuan",
  created: created.value,
  previous: previous.value,
  industry: industry.value || undefined,
  serviceRiskLimit: yuanToFen(serviceLimit.value),
  locale: locale.value,
}));

/** The earlier body once it is readable, for the package to compare with. */
export const previous = computed<CompleteRequestBody | undefined>(() => {
  try {
    return JSON.parse(previousText.value);
  } catch {
    return undefined;
  }
});

export const result = computed(() => {
  void clock.value;
  return buildCompleteRequest(draft.value, options.value);
});

export const summary = computed(() => summarize(draft.value, options.value));

export const request = computed(() => (result.value.ok ? result.value.request : undefined));

/** Nothing has been typed or loaded yet, so there is nothing to find fault with. */
export const untouched = computed(() => created.value === undefined && isEmpty(form));

export const issues = computed<Issue[]>(() => (untouched.value ? nothing : result.value.issues));

const issuesByPointer = computed(() => {
  const map = new Map<string, Issue[]>();
  for (const issue of issues.value) map.set(issue.pointer, [...(map.get(issue.pointer) ?? []), issue]);
  return map;
});

export const issuesAt = (pointer: string) => issuesByPointer.value.get(pointer) ?? nothing;

export const errorCount = computed(() => issues.value.filter(({ severity }) => severity === "error").length);

export const warningCount = computed(() => issues.value.length - errorCount.value);
