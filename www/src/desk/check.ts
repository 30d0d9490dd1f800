import { fenToYuan, yuanToFen, type CompleteRequestBody, type Issue } from "payscore";
import { useCompletion, type RequestOptions } from "payscore/vue";
import { computed, shallowReactive, watch } from "vue";
import { locale } from "../text";
import { clock } from "./clock";
import { fieldId } from "./fields";
import { draftOf, form, isBlank } from "./form";
import { readJson, valueIn } from "./json";
import { errorsIn, type Marks, NO_ISSUES } from "./marks";
import { canBeTold } from "./money";
import { industry, previousText, serviceLimit } from "./options";
import { created } from "./order";

const options = computed<RequestOptions>(() => {
  void clock.value;
  return {
    amountUnit: "yuan",
    created: created.value,
    previous: previous.value,
    industry: industry.value || undefined,
    serviceRiskLimit: yuanToFen(serviceLimit.value),
    locale: locale.value,
  };
});

/** The earlier body once it is readable, for the package to compare with. */
export const previous = computed<CompleteRequestBody | undefined>(() => {
  return valueIn(readJson(previousText.value)) as CompleteRequestBody | undefined;
});

export const { result, total: summary } = useCompletion(() => draftOf(form), options);

export const isTotalKnown = computed(() => canBeTold(summary.value, form.total_amount));

/** In yuan. */
export const total = computed(() => (isTotalKnown.value ? fenToYuan(summary.value.total)! : "—"));

export const request = computed(() => (result.value.ok ? result.value.request : undefined));

/** Nothing has been typed or loaded yet, so there is nothing to find fault with. */
export const untouched = computed(() => created.value === undefined && isBlank(form));

export const issues = computed<Issue[]>(() => (untouched.value ? [] : result.value.issues));

/** By pointer, so that a key typed in one of a hundred rows draws no other row anew. */
const byPointer = shallowReactive(new Map<string, Issue[]>());

watch(issues, noteByPointer, { immediate: true });

function noteByPointer() {
  const found = new Map<string, Issue[]>();
  for (const issue of issues.value) found.set(issue.pointer, [...(found.get(issue.pointer) ?? []), issue]);
  for (const pointer of byPointer.keys()) if (!found.has(pointer)) byPointer.delete(pointer);
  for (const [pointer, issues] of found) if (!saysTheSame(issues, byPointer.get(pointer))) byPointer.set(pointer, issues);
}

const saysTheSame = (issues: Issue[], before: Issue[] = []) =>
  issues.length === before.length && issues.every(({ code, message }, position) => code === before[position]!.code && message === before[position]!.message);

export const marks: Marks = { idOf: fieldId, issuesAt: (pointer) => byPointer.get(pointer) ?? NO_ISSUES };

export const errorCount = computed(() => errorsIn(issues.value));

export const warningCount = computed(() => issues.value.length - errorCount.value);
