import { type FormIssue, type FormOptions, marksOf } from "./marks.js";

export interface AntdField {
  name: (string | number)[];
  errors: string[];
  warnings: string[];
}

/**
 * antd 4、5、6：`form.setFields(toAntd(issues, { fields: form.getFieldsError() }).fields)`
 *
 * If the form's `fields` are given, marks of an earlier report are cleared.
 */
export function toAntd<Issue extends FormIssue>(issues: readonly Issue[], options?: FormOptions): { fields: AntdField[]; rest: Issue[] } {
  const { marks, rest } = marksOf(issues, options);
  return { fields: marks.map(({ path, errors, warnings }) => ({ name: path, errors, warnings })), rest };
}
