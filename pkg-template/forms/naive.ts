import { type FormIssue, type FormOptions, type Mark, bracketed, byName, marksOf, text } from "./marks.js";

export interface NaiveItem {
  validationStatus?: "error" | "warning";
  feedback?: string;
}

/**
 * Naive UI：`<n-form-item path="total_amount" v-bind="items.total_amount">`
 *
 * Keyed by `path`.
 */
export function toNaive<Issue extends FormIssue>(
  issues: readonly Issue[],
  options?: FormOptions,
): { items: Record<string, NaiveItem>; rest: Issue[] } {
  const { marks, rest } = marksOf(issues, options);
  return { items: byName(marks, bracketed, item), rest };
}

function item({ errors, warnings }: Mark): NaiveItem {
  if (errors.length > 0) return { validationStatus: "error", feedback: text(errors.concat(warnings)) };
  if (warnings.length > 0) return { validationStatus: "warning", feedback: text(warnings) };
  return {};
}
