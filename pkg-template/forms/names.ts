/** A field's name: a path, or text such as `post_payments[0].name` or `post_payments.0.name`. */
export type FieldName = string | number | readonly (string | number)[];

/**
 * 订单的位置（JSON Pointer）在表单里的名称。没有给出名称的位置，跟随包含它的列表或对象。
 *
 * The form's names for places in the order, by JSON Pointer. A place without a name follows the list or object around it.
 */
export type FieldNames = { readonly [pointer: string]: FieldName } | ((pointer: string) => FieldName | undefined);

export type Path = (string | number)[];

/** Where a form shows a place of the order. */
export interface Place {
  readonly path: Path;
  /** As the form gave it, if it did. */
  readonly given?: FieldName | undefined;
  /** The path leads to one end of a range picker, which is one field. */
  readonly isEnd?: boolean;
}

export function placeOf(path: readonly (string | number)[], names: FieldNames = {}, prefix: FieldName = []): Place {
  for (let length = path.length; length >= 0; length--) {
    const given = nameOf(names, pointerOf(path.slice(0, length)));
    if (given === undefined) continue;
    if (length < path.length) return { path: pathOf(given).concat(path.slice(length)) };
    return { path: pathOf(given), given, isEnd: endsInIndex(pathOf(given)) && !endsInIndex(path) };
  }
  return { path: pathOf(prefix).concat(path) };
}

function nameOf(names: FieldNames, pointer: string): FieldName | undefined {
  if (typeof names === "function") return names(pointer);
  return Object.prototype.hasOwnProperty.call(names, pointer) ? names[pointer] : undefined;
}

export function pathOf(name: FieldName): Path {
  if (typeof name === "number") return [name];
  if (typeof name !== "string") return Array.from(name);
  return name
    .split(/[.[\]]+/)
    .filter((key) => key !== "")
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}

/** The JSON Pointer of a path. */
export const pointerOf = (path: readonly (string | number)[]): string =>
  path.map((key) => `/${String(key).replace(/~/g, "~0").replace(/\//g, "~1")}`).join("");

const endsInIndex = (path: readonly (string | number)[]): boolean => typeof path[path.length - 1] === "number";
