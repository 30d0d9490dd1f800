// Drafts that are good except for one value, which is not an amount or not a time.

import fc from "fast-check";
import { type GoodDraft, goodDraft, type Unit } from "./drafts.ts";
import type { Operation } from "./oracle.ts";
import type { Key } from "./reading.ts";

type Draft = Record<string, unknown>;

/** With the place of that value and the issue expected there. */
export interface DamagedDraft extends GoodDraft {
  path: Key[];
  /** Undefined where the rules do not say which code applies. */
  code: string | undefined;
  reason: string | undefined;
}

type Fault = [value: unknown, code?: string, reason?: string];
const money = (reason: string, ...values: unknown[]): Fault[] => values.map((value) => [value, "invalid_money", reason]);
const NO_MONEY: Record<Unit, Fault[]> = {
  fen: [
    ...money("unit", "12.34", "0.50", "19.9"),
    ...money("format", "+5", " 5", "5 ", "５", "1,000", "5元", "abc"),
    ...[true, ["5"], { fen: 5 }].map((value): Fault => [value, "invalid_type"]),
    ...money("type", new Date(0)),
    ...[14.9, NaN, Infinity, -5, "-5", 2 ** 53].map((value): Fault => [value]),
  ],
  yuan: [
    ...money("float", 19.9 * 3, 0.1 + 0.2),
    ...money("decimals", 1.005, 1.234, "1.234", "0.001"),
    ...money("format", "+5.00", " 5.00", "5.00 ", "５.00", "1,000.00", "￥5", "abc"),
    ...money("type", true, ["5"], { yuan: 5 }, new Date(0)),
    ...[NaN, Infinity, -5, "-5.00", "99999999999999999"].map((value): Fault => [value]),
  ],
};
const NO_TIME: Fault[] = [
  ...[1261714210, 20091225, 20091225121010, 0, -1, new Date(0), new Date(Date.UTC(1999, 11, 30)), Date.UTC(2100, 0, 2), "1999-12-30T00:00:00Z", "2100-01-03T00:00:00+08:00", { toDate: () => new Date(0) }].map(
    (value): Fault => [value, "ambiguous_time"],
  ),
  ...["yesterday", "12/25/2009", "2009-13-25", "2009-02-30 12:10:10", "2009-12-25T25:00", "2009/12/25 12:60", "2009-12-25T12:10:10+8", "2009年12月25日", "2009122512", true, ["20091225"], new Date(NaN)].map((value): Fault => [value]),
];

/** Only requests that contain money or a time. */
export const DAMAGEABLE: Operation[] = ["completion", "create", "modify", "sync", "prepaidMessage", "pendingMessage", "directComplete"];

export function damagedDraft(operation: Operation): fc.Arbitrary<DamagedDraft> {
  return goodDraft(operation).chain((good): fc.Arbitrary<DamagedDraft> => {
    const places = placesOf(good.draft, []);
    return fc.constantFrom(...places).chain((path) => {
      const faults = String(path.at(-1)).endsWith("time") ? NO_TIME : NO_MONEY[good.options.amountUnit];
      // The bounds of one amount come from a weak source only.
      const certain = faults.filter(([, code]) => code === "invalid_money" || path.at(-1) !== "paid_amount");
      return fc.constantFrom(...certain).map(([value, code, reason]) => ({ ...good, draft: replaced(good.draft, path, value) as Draft, path, code, reason }));
    });
  });
}

/** The places of a draft's amounts and times that are present. */
function placesOf(value: unknown, path: Key[]): Key[][] {
  if (value === undefined || value === null || value === "") return [];
  const name = path.at(-1);
  if (name === "complete_time") return [];
  if (typeof name === "string" && /(amount|_time)$/.test(name)) return [path];
  if (typeof value !== "object" || value instanceof Date) return [];
  return Object.entries(value).flatMap(([key, part]) => placesOf(part, [...path, Array.isArray(value) ? Number(key) : key]));
}

function replaced(holder: unknown, [key, ...rest]: Key[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(holder)) return holder.map((part, index) => (index === key ? replaced(part, rest, value) : part));
  const object = holder as Draft;
  return { ...object, [key]: replaced(object[key], rest, value) };
}
