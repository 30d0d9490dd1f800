import { yuanToFen, type CompleteRequestBody, type Issue } from "payscore";
import { useCompletion, type RequestOptions } from "payscore/vue";
import { computed } from "vue";
import { locale } from "../text";
import { clock } from "./clock";
import { draftOf, form, isEmpty } from "./form";
import { readJson } from "./json";
import { industry, previousText, serviceLimit } from "./options";
import { created } from "./order";

const nothing: Issue[] = [];

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
  const pasted = readJson(previousText.value);
  return pasted && "value" in pasted ? (pasted.value as CompleteRequestBody) : undefined;
});

const { at, result, show, total } = useCompletion(() => draftOf(form), options);

// The desk says what it finds while somebody types.
show();

export const summary = total;

export const request = computed(() => (result.value.ok ? result.value.request : undefined));

/** Nothing has been typed or loaded yet, so there is nothing to find fault with. */
export const untouched = computed(() => created.value === undefined && isEmpty(form));

export const issues = computed<Issue[]>(() => (untouched.value ? nothing : result.value.issues));

export const issuesAt = (pointer: string) => (untouched.value || isFresh(pointer) ? nothing : at(pointer).issues);

/** A row that was just added is not found fault with before it was left. */
function isFresh(pointer: string) {
  const [, list, position] = pointer.split("/");
  if (list !== "post_payments" && list !== "post_discounts") return false;
  const row = form[list][Number(position)];
  return row !== undefined && !row.left && [row.name, row.amount, row.description, row.count].every((text) => text === "");
}

/** What is said beside a field, whose label stands there already. */
export const briefOf = (issue: Issue & { brief?: string }) => issue.brief ?? issue.message;

export const errorCount = computed(() => issues.value.filter(({ severity }) => severity === "error").length);

export const warningCount = computed(() => issues.value.length - errorCount.value);
