import { type FormIssue, type FormOptions, descend, errorMarksOf, isError } from "./marks.js";

export interface RjsfErrors {
  __errors?: string[];
  // TypeScript requires one type for all keys, `__errors` included.
  [field: string]: RjsfErrors | string[] | undefined;
}

/**
 * react-jsonschema-form：`<Form schema={schema} extraErrors={toRjsf(issues).extraErrors} />`
 *
 * Its error list shows all errors, whether or not a field shows them. `rest` holds the warnings.
 */
export function toRjsf<Issue extends FormIssue>(
  issues: readonly Issue[],
  options?: FormOptions,
): { extraErrors: RjsfErrors; rest: Issue[] } {
  const { marks, unmarked } = errorMarksOf(issues, options);
  const extraErrors: RjsfErrors = {};
  for (const { path, errors } of marks) {
    if (errors.length > 0) at(extraErrors, path).__errors = errors;
  }
  const whole = unmarked.filter(isError).map(({ message }) => message);
  if (whole.length > 0) extraErrors.__errors = whole;
  return { extraErrors, rest: unmarked.filter((issue) => !isError(issue)) };
}

function at(root: RjsfErrors, path: readonly (string | number)[]): RjsfErrors {
  return path.reduce<RjsfErrors>((node, key) => descend(node, key, () => ({})), root);
}
