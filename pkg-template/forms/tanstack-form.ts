import { type FormIssue, type FormOptions, bracketed, byName, errorMarksOf, isError, text } from "./marks.js";

export interface TanStackFormError {
  form?: string;
  fields: Record<string, string>;
}

/**
 * TanStack Form：`validators: { onSubmit: ({ value }) => toTanStackForm(validate(value)).error }`
 *
 * `undefined` if there is no error. `form` holds those of the whole order and of fields that the form does not have.
 */
export function toTanStackForm<Issue extends FormIssue>(
  issues: readonly Issue[],
  options?: FormOptions,
): { error: TanStackFormError | undefined; rest: Issue[] } {
  const { marks, rest } = errorMarksOf(issues, options);
  const warnings = rest.filter((issue) => !isError(issue));
  if (!issues.some(isError)) return { error: undefined, rest: warnings };
  const found = marks.filter(({ errors }) => errors.length > 0);
  const error: TanStackFormError = { fields: byName(found, bracketed, ({ errors }) => text(errors)) };
  const whole = rest.filter(isError).map(({ message }) => message);
  if (whole.length > 0) error.form = text(whole);
  return { error, rest: warnings };
}
