import { type FormIssue, type FormOptions, dotted, marksOf } from "./marks.js";

export interface FormilyField {
  path: string;
  state: { selfErrors: string[]; selfWarnings: string[] };
}

/**
 * Formily 2：`fields.forEach(({ path, state }) => form.setFieldState(path, state))`
 */
export function toFormily<Issue extends FormIssue>(
  issues: readonly Issue[],
  options?: FormOptions,
): { fields: FormilyField[]; rest: Issue[] } {
  const { marks, rest } = marksOf(issues, options);
  const fields = marks.map((mark) => ({
    path: dotted(mark),
    state: { selfErrors: mark.errors, selfWarnings: mark.warnings },
  }));
  return { fields, rest };
}
