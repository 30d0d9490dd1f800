import { type FormIssue, type FormOptions, bracketed, byName, marksOf, text } from "./marks.js";

export interface ArcoReactField {
  error: { message: string; type: string } | undefined;
  warning: string[];
}

/**
 * Arco Design React：`form.setFields(toArcoReact(issues, { fields }).fields)`
 *
 * Marking a list in Arco also marks every field inside it, so a list comes before its fields.
 */
export function toArcoReact<Issue extends FormIssue>(
  issues: readonly Issue[],
  options?: FormOptions,
): { fields: Record<string, ArcoReactField>; rest: Issue[] } {
  const { marks, rest } = marksOf(issues, options);
  marks.sort((one, other) => one.path.length - other.path.length);
  const fields = byName(marks, bracketed, ({ errors, warnings }) => ({
    error: errors.length > 0 ? { message: text(errors), type: "payscore" } : undefined,
    warning: warnings,
  }));
  return { fields, rest };
}

export interface ArcoVueField {
  status: "error" | "warning";
  message: string;
}

/**
 * Arco Design Vue：`formRef.clearValidate(clear); formRef.setFields(fields)`
 *
 * Its `setFields` cannot remove a mark, so the fields to clear are listed separately.
 */
export function toArcoVue<Issue extends FormIssue>(
  issues: readonly Issue[],
  options?: FormOptions,
): { fields: Record<string, ArcoVueField>; clear: string[]; rest: Issue[] } {
  const { marks, rest } = marksOf(issues, options);
  const found = marks.filter(({ errors, warnings }) => errors.length + warnings.length > 0);
  const fields = byName(found, bracketed, ({ errors, warnings }): ArcoVueField =>
    errors.length > 0 ? { status: "error", message: text(errors) } : { status: "warning", message: text(warnings) },
  );
  return { fields, clear: marks.map(bracketed), rest };
}
