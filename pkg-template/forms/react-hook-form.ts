import { type FormIssue, type FormOptions, type Mark, descend, errorMarksOf, isError, text } from "./marks.js";

export interface ReactHookFormError {
  type: string;
  message: string;
}

/** Nested like the form's values, as `formState.errors` is. */
export interface ReactHookFormErrors {
  root?: ReactHookFormError;
  [field: string]: unknown;
}

/**
 * React Hook Form：`useForm<Form>({ errors: toReactHookForm<FieldErrors<Form>>(issues).errors })`
 *
 * For its option `errors`, and as a resolver's result. An error of a list is in the list's `root`; one of the whole order, or
 * of a field that the form does not have, is in the form's `root`.
 */
export function toReactHookForm<Errors extends object = ReactHookFormErrors, Issue extends FormIssue = FormIssue>(
  issues: readonly Issue[],
  options?: FormOptions,
): { errors: Errors; rest: Issue[] } {
  const { marks, rest } = errorMarksOf(issues, options);
  const errors: ReactHookFormErrors = {};
  const found = marks.filter((mark) => mark.errors.length > 0);
  for (const mark of found) place(errors, mark, marks);
  const whole = rest.filter(isError).map(({ message }) => message);
  if (whole.length > 0) errors.root = error(whole);
  return { errors: errors as Errors, rest: rest.filter((issue) => !isError(issue)) };
}

function place(errors: ReactHookFormErrors, { path, errors: messages }: Mark, marks: readonly Mark[]): void {
  const node = path.reduce<object>((parent, key, at) => descend(parent, key, () => (isList(path.slice(0, at + 1), marks) ? [] : {})), errors);
  Object.assign(node, Array.isArray(node) ? { root: error(messages) } : error(messages));
}

function isList(path: readonly (string | number)[], marks: readonly Mark[]): boolean {
  return marks.some(
    ({ path: longer }) => typeof longer[path.length] === "number" && path.every((key, at) => longer[at] === key),
  );
}

const error = (messages: readonly string[]): ReactHookFormError => ({ type: "payscore", message: text(messages) });
