// Changes that may be made to a good document.

import fc from "fast-check";
import { anyKey, junk } from "./values.ts";

export type Document = Record<string, unknown>;
/** Values for each field, by its path with `*` for an index. */
export type Places = Record<string, fc.Arbitrary<unknown>>;
type Change = (document: Document) => void;
type Holder = Record<string | number, unknown>;

const newValue = (values: fc.Arbitrary<unknown>) => fc.oneof({ weight: 5, arbitrary: values }, { weight: 2, arbitrary: junk }, fc.constant(undefined));

export function changesTo(places: Places, atMost: number): fc.Arbitrary<Change[]> {
  return fc.array(changeOf(places), { maxLength: atMost });
}

export function changed(document: Document, changes: Change[]): Document {
  const copy = structuredClone(document);
  for (const change of changes) change(copy);
  return copy;
}

function changeOf(places: Places): fc.Arbitrary<Change> {
  const names = Object.keys(places);
  const isHolder = (place: string) => names.some((name) => name.startsWith(`${place}/`));
  const objects = ["", ...names.filter((place) => isHolder(place) && !isHolder(`${place}/*`))];
  const lists = names.filter((place) => isHolder(`${place}/*`) || names.includes(`${place}/*`));
  const keysOf = (place: string) => place.split("/").filter(Boolean);
  const index = fc.nat(4);
  // A field that one table lacks may exist in another.
  const anyName = fc.oneof(anyKey, fc.constantFrom(...names.map((name) => keysOf(name).at(-1)!).filter((name) => name !== "*")));

  const known = fc.constantFrom(...names).chain((place) => fc.tuple(index, newValue(places[place]!)).map(([at, value]): Change => (document) => set(document, keysOf(place), at, value)));
  const unknown = fc
    .tuple(fc.constantFrom(...objects), anyName, index, newValue(fc.constant(1)))
    .map(([place, key, at, value]): Change => (document) => set(document, [...keysOf(place), key], at, value));
  const misspelt = fc.tuple(fc.nat(20), fc.constantFrom("s", "", "_", "X")).map(([at, suffix]): Change => (document) => misspell(document, at, suffix));
  const nested = fc.tuple(fc.constantFrom(...names.filter(isHolder), "foo"), index).map(
    ([place, at]): Change => (document) => set(document, keysOf(place), at, at % 2 ? document : [document]),
  );
  const others = lists.length === 0 ? [] : [repeated(fc.constantFrom(...lists), index)];
  return fc.oneof({ weight: 12, arbitrary: known }, unknown, misspelt, nested, ...others);
}

function repeated(lists: fc.Arbitrary<string>, index: fc.Arbitrary<number>): fc.Arbitrary<Change> {
  const times = fc.oneof({ weight: 10, arbitrary: fc.constantFrom(1, 2) }, fc.constantFrom(30, 31, 100));
  return fc.tuple(lists, index, times).map(([place, at, count]) => (document) => {
    const list = valueAt(document, place.split("/"), at);
    if (!Array.isArray(list)) return;
    const item = list[at % list.length];
    if (item !== undefined) list.push(...Array.from({ length: count }, () => item));
  });
}

function misspell(document: Document, at: number, suffix: string): void {
  const names = Object.keys(document);
  const name = names[at % names.length];
  if (name === undefined) return;
  define(document, name + suffix, document[name]);
  if (suffix !== "") delete document[name];
}

/** Creates objects along the way; stops at anything that is not an object. */
function set(document: Document, keys: string[], index: number, value: unknown): void {
  const last = keys.at(-1)!;
  const holder = valueAt(document, keys.slice(0, -1), index, true);
  if (typeof holder !== "object" || holder === null) return;
  if (last !== "*") define(holder as Holder, last, value);
  else if (Array.isArray(holder)) define(holder as unknown as Holder, index, value);
}

function valueAt(document: Document, keys: string[], index: number, make = false): unknown {
  let value: unknown = document;
  for (const key of keys) {
    if (typeof value !== "object" || value === null) return undefined;
    const holder = value as Holder;
    const name = key === "*" ? index % ((holder as unknown as unknown[]).length || 1) : key;
    if (make && holder[name] === undefined && key !== "*") define(holder, name, {});
    value = holder[name];
  }
  return value;
}

function define(holder: Holder, key: string | number, value: unknown): void {
  if (!Object.isExtensible(holder) || ArrayBuffer.isView(holder)) return;
  if (Array.isArray(holder) && key === "length") return;
  // What cannot be changed, such as a character of a boxed string, stays.
  Reflect.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

export function withoutUndefined<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutUndefined) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined).map(([key, part]) => [key, withoutUndefined(part)])) as T;
}
