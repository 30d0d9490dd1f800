import { type FormIssue, type FormOptions, bracketed, byName, errorMarksOf } from "./marks.js";

/**
 * vee-validate 4：`setErrors(toVeeValidate(issues, { fields }).errors)`
 */
export function toVeeValidate<Issue extends FormIssue>(
  issues: readonly Issue[],
  options?: FormOptions,
): { errors: Record<string, string[]>; rest: Issue[] } {
  const { marks, rest } = errorMarksOf(issues, options);
  return { errors: byName(marks, bracketed, ({ errors }) => errors), rest };
}
