import { tableColumns } from "payscore/tables";
import type { Field } from "payscore/tables";
import { itemOf, newRow, numberOf, type ItemRow, type ListName } from "./form";
import type { Operation } from "./requests";

export type Values = Record<string, string>;
export type Lists = Record<ListName, ItemRow[]>;

/** The fields of an order in the request, and whether it has items. */
export function fieldsOf(operation: Operation): { fields: Field[]; hasItems: boolean } {
  const columns: readonly Field[] = tableColumns[operation];
  return { fields: columns.filter(({ of }) => of === "order"), hasItems: columns.some(({ of }) => of === "item") };
}

export const pointerOf = ({ path }: Field) => `/${path.join("/")}`;

/** A creation may do without items. */
export const emptyLists = (operation: Operation, hasItems: boolean): Lists => ({ post_payments: hasItems && operation !== "create" ? [newRow()] : [], post_discounts: [] });

/** Who creates an order, as the order at hand says. */
export function identitiesOf(order: Record<string, unknown>): Values {
  const known = ["appid", "service_id", "sub_mchid"].filter((name) => typeof order[name] === "string");
  return Object.fromEntries(known.map((name) => [`/${name}`, order[name] as string]));
}

/** The object that a field lies in, whose lack is told of at the first of its fields. */
export function pointersOf(field: Field, fields: Field[]): string[] {
  const [name] = field.path;
  const isFirst = field.path.length > 1 && fields.find(({ path }) => path[0] === name) === field;
  return isFirst ? [`/${name}`, pointerOf(field)] : [pointerOf(field)];
}

/** What was typed, as a draft; an empty field is not there. */
export function draftFrom(fields: Field[], values: Values, lists: Lists): object {
  const draft: Record<string, unknown> = {};
  for (const field of fields) {
    const text = values[pointerOf(field)] ?? "";
    if (text !== "") put(draft, field.path, valueOf(field, text));
  }
  for (const [list, rows] of Object.entries(lists)) {
    if (rows.length > 0) draft[list] = rows.map(itemOf);
  }
  return draft;
}

function valueOf({ kind }: Field, text: string): unknown {
  if (kind === "flag") return text === "yes";
  return kind === "count" ? numberOf(text) : text;
}

function put(draft: Record<string, unknown>, path: readonly string[], value: unknown) {
  const [name, ...rest] = path as [string, ...string[]];
  if (rest.length === 0) draft[name] = value;
  else put((draft[name] ??= {}) as Record<string, unknown>, rest, value);
}
