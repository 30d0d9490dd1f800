import { type FieldName, type FieldNames, type Path, type Place, pathOf, placeOf } from "./names.js";

/** What the adapters read of an issue. */
export interface FormIssue {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** `message` without the field's label. */
  readonly brief?: string | undefined;
}

export interface FormOptions {
  /**
   * 表单中显示的全部字段：没有问题的会被清除旧标记，不在其中的问题归入 `rest`。
   *
   * Every field that the form shows. Earlier marks are cleared from those without an issue; issues of other fields go to `rest`.
   */
  readonly fields?: readonly (FieldName | { readonly name: FieldName })[] | undefined;
  /**
   * 表单自己的名称，如 `{ "/post_payments": "items", "/time_range/end_time": ["range", 1] }`。
   * 两端的问题都归时间段选择器 `range`。
   *
   * The form's own names, such as `{ "/post_payments": "items", "/time_range/end_time": ["range", 1] }`. A range picker
   * named `range` gets the issues of both of its ends.
   */
  readonly names?: FieldNames | undefined;
  /**
   * 订单在表单数据中的位置，默认就是整个表单。`names` 给出的名称前面不加它。
   *
   * Where the order is in the form's values; by default, they are the order. It is not prepended to names from `names`.
   */
  readonly prefix?: FieldName | undefined;
}

/** A field with its issues; both lists are empty for a field to be cleared. */
export interface Mark extends Place {
  readonly errors: string[];
  readonly warnings: string[];
}

export interface Marks<Issue> {
  readonly marks: Mark[];
  /** Issues that the form may have no field for. */
  readonly rest: Issue[];
  /** Those of them that are in no mark. */
  readonly unmarked: Issue[];
}

/** Groups the issues by the form's fields or, if those are not known, by their own paths. */
export function marksOf<Issue extends FormIssue>(issues: readonly Issue[], { fields, names, prefix }: FormOptions = {}): Marks<Issue> {
  const marks = new Map<string, Mark>();
  for (const field of fields || []) addMark(marks, placeGiven(field));
  const rest: Issue[] = [];
  const unmarked: Issue[] = [];
  for (const issue of issues) {
    const place = placeOf(issue.path, names, prefix);
    const isInPicker = place.isEnd && !marks.has(keyOf(place.path));
    const shownAt = isInPicker ? { path: place.path.slice(0, -1) } : place;
    const mark = marks.get(keyOf(shownAt.path)) || (!fields && issue.path.length > 0 ? addMark(marks, shownAt) : undefined);
    // The brief text does not say which end it is about.
    if (mark) mark[isError(issue) ? "errors" : "warnings"].push(isInPicker ? issue.message : briefOf(issue));
    else unmarked.push(issue);
    // If the fields are not known, a top-level value may have no field of its own: the total is often computed.
    if (!mark || (!fields && issue.path.length === 1)) rest.push(issue);
  }
  return { marks: Array.from(marks.values()), rest, unmarked };
}

/** Like `marksOf`, for a library that has no place for a warning: those go to `rest` too. */
export function errorMarksOf<Issue extends FormIssue>(issues: readonly Issue[], options?: FormOptions): Marks<Issue> {
  const { marks, rest, unmarked } = marksOf(issues.filter(isError), options);
  const warnings = issues.filter((issue) => !isError(issue));
  return { marks, rest: rest.concat(warnings), unmarked: unmarked.concat(warnings) };
}

function placeGiven(field: FieldName | { readonly name: FieldName }): Place {
  const given = isNamed(field) ? field.name : field;
  return { path: pathOf(given), given };
}

function addMark(marks: Map<string, Mark>, { path, given }: Place): Mark {
  const mark = { path, given, errors: [], warnings: [] };
  marks.set(keyOf(path), mark);
  return mark;
}

export const isError = ({ severity }: FormIssue): boolean => severity === "error";

/** The text to show beside a field, whose label is there already. */
export const briefOf = ({ brief, message }: FormIssue): string => brief ?? message;

/** `post_payments.0.name`, or the form's own name. */
export const dotted = ({ given, path }: Mark): string => (typeof given === "string" ? given : path.join("."));

/** `post_payments[0].name`, or the form's own name. */
export function bracketed({ given, path }: Mark): string {
  if (typeof given === "string") return given;
  return path.map((key, at) => (typeof key === "number" ? `[${key}]` : at > 0 ? `.${key}` : key)).join("");
}

/** Joins several messages for a place that shows one text. */
export const text = (messages: readonly string[]): string => messages.join("\n");

export function byName<Value>(marks: readonly Mark[], name: (mark: Mark) => string, value: (mark: Mark) => Value): Record<string, Value> {
  const record: Record<string, Value> = {};
  for (const mark of marks) record[name(mark)] = value(mark);
  return record;
}

/** The object or list under a key. Only an own key counts: a path may contain `constructor`. */
export function descend<Node extends object>(node: Node, key: string | number, make: () => Node): Node {
  const children = node as Record<string | number, Node>;
  if (!Object.prototype.hasOwnProperty.call(node, key)) children[key] = make();
  return children[key];
}

const keyOf = (path: Path): string => JSON.stringify(path.map(String));

function isNamed(field: FieldName | { readonly name: FieldName }): field is { readonly name: FieldName } {
  return typeof field === "object" && "name" in field;
}
