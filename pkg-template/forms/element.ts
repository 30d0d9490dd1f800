import { type FormIssue, type FormOptions, byName, dotted, marksOf, text } from "./marks.js";

/**
 * Element Plus、Element UI：`<el-form-item prop="total_amount" :error="errors.total_amount">`
 *
 * Both are keyed by `prop`. Element has no warnings: show `warnings` in a slot or beside the field.
 */
export function toElement<Issue extends FormIssue>(
  issues: readonly Issue[],
  options?: FormOptions,
): { errors: Record<string, string>; warnings: Record<string, string>; rest: Issue[] } {
  const { marks, rest } = marksOf(issues, options);
  return {
    errors: byName(marks, dotted, ({ errors }) => text(errors)),
    warnings: byName(marks, dotted, ({ warnings }) => text(warnings)),
    rest,
  };
}
