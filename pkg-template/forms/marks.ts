/** What the adapters read of an issue. */
export interface FormIssue {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** A field's name: a path, or text such as `post_payments[0].name` or `post_payments.0.name`. */
export type FieldName = string | number | readonly (string | number)[];

export interface FormOptions {
  /**
   * 表单中显示的全部字段：没有问题的会被清除旧标记，不在其中的问题归入 `rest`。
   *
   * Every field the form shows. Those without an issue are cleared of earlier marks; issues of others go to `rest`.
   */
  readonly fields?: readonly (FieldName | { readonly name: FieldName })[];
  /**
   * 订单在表单数据中的位置，默认就是整个表单。
   *
   * Where the order lies in the form's values; by default it is all of them.
   */
  readonly prefix?: FieldName;
}

/** A field with what was found in it; both lists are empty for one that is to be cleared. */
export interface Mark {
  readonly path: (string | number)[];
  /** As the form gave it, if it did. */
  readonly given: FieldName | undefined;
  readonly errors: string[];
  readonly warnings: string[];
}

export interface Marks<Issue> {
  readonly marks: Mark[];
  /** Issues that belong to no field of the form. */
  readonly rest: Issue[];
}

/** Lays the issues out by the fields of the form or, when those are not known, by their own paths. */
export function marksOf<Issue extends FormIssue>(issues: readonly Issue[], options: FormOptions = {}): Marks<Issue> {
  const marks = new Map<string, Mark>();
  const prefix = options.prefix === undefined ? [] : pathOf(options.prefix);
  for (const field of options.fields || []) {
    const given = isNamed(field) ? field.name : field;
    const path = pathOf(given);
    marks.set(keyOf(path), { path, given, errors: [], warnings: [] });
  }
  const rest: Issue[] = [];
  for (const issue of issues) {
    const path = prefix.concat(issue.path);
    const key = keyOf(path);
    if (!options.fields && issue.path.length > 0 && !marks.has(key)) {
      marks.set(key, { path, given: undefined, errors: [], warnings: [] });
    }
    const mark = marks.get(key);
    if (mark) mark[issue.severity === "error" ? "errors" : "warnings"].push(issue.message);
    else rest.push(issue);
  }
  return { marks: Array.from(marks.values()), rest };
}

/** Like `marksOf`, for a library that has no place for a warning: those go to `rest` too. */
export function errorMarksOf<Issue extends FormIssue>(issues: readonly Issue[], options?: FormOptions): Marks<Issue> {
  const { marks, rest } = marksOf(issues.filter(isError), options);
  return { marks, rest: rest.concat(issues.filter((issue) => !isError(issue))) };
}

export const isError = ({ severity }: FormIssue): boolean => severity === "error";

/** `post_payments.0.name`, or as the form writes it. */
export const dotted = ({ given, path }: Mark): string => (typeof given === "string" ? given : path.join("."));

/** `post_payments[0].name`, or as the form writes it. */
export function bracketed({ given, path }: Mark): string {
  if (typeof given === "string") return given;
  return path.map((key, at) => (typeof key === "number" ? `[${key}]` : at > 0 ? `.${key}` : key)).join("");
}

/** Several messages for a place that shows one text. */
export const text = (messages: readonly string[]): string => messages.join("\n");

export function byName<Value>(marks: readonly Mark[], name: (mark: Mark) => string, value: (mark: Mark) => Value): Record<string, Value> {
  const record: Record<string, Value> = {};
  for (const mark of marks) record[name(mark)] = value(mark);
  return record;
}

function pathOf(name: FieldName): (string | number)[] {
  if (typeof name === "number") return [name];
  if (typeof name !== "string") return Array.from(name);
  return name
    .split(/[.[\]]+/)
    .filter((key) => key !== "")
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}

/** The object or list under a key. Only an own one: a path may say `constructor`. */
export function descend<Node extends object>(node: Node, key: string | number, make: () => Node): Node {
  const children = node as Record<string | number, Node>;
  if (!Object.prototype.hasOwnProperty.call(node, key)) children[key] = make();
  return children[key];
}

const keyOf = (path: readonly (string | number)[]): string => JSON.stringify(path.map(String));

function isNamed(field: FieldName | { readonly name: FieldName }): field is { readonly name: FieldName } {
  return typeof field === "object" && "name" in field;
}
