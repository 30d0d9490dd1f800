// The items of an order: their fields, names and sum.

import { type Field, freeText, integer, type Key, list, type Reading, required, type Severity, text } from "./reading.ts";
import { requiredOrDisputed, type Shape } from "./parts.ts";

const NAME = text(1, 20);
const AMOUNT = integer(0);
const COUNT = integer(1, 100);

const payment = (name: Field) => ({ name, amount: AMOUNT, description: freeText(1, 30), count: COUNT });
const discount = (name: Field) => ({ name, description: freeText(1, 30), amount: AMOUNT, count: COUNT });

/** As in section 4. At creation nothing needs to be owed yet. */
export const paymentsSent = (shape: Shape, minimum = 1): Field => list(minimum, 100, payment(requiredOrDisputed(shape, NAME)));
export const DISCOUNTS_SENT = list(0, 30, discount(required(NAME)));
/** As in section 6: every field of an item is optional. */
export const ITEMS_RETURNED = { payments: list(0, 100, payment(NAME)), discounts: list(0, 30, discount(NAME)) };

export function checkItems(reading: Reading): void {
  checkSubstance(reading);
  for (const item of soundItems(reading, "post_discounts")) {
    if (!reading.isSent(...item, "amount")) reading.warning("discount_without_amount", item);
  }
  checkNames(reading);
}

/** At creation a discount's amount is optional, but its description is required. */
export function checkItemsOfCreation(reading: Reading): void {
  checkSubstance(reading);
  for (const item of soundItems(reading, "post_discounts")) {
    if (!reading.isSent(...item, "description")) reading.warning("discount_without_description", item);
  }
  checkNames(reading);
}

function checkSubstance(reading: Reading): void {
  for (const item of soundItems(reading, "post_payments")) {
    if (!reading.isSent(...item, "amount") && !reading.isSent(...item, "description")) reading.warning("item_without_substance", item);
  }
}

function checkNames(reading: Reading): void {
  for (const { index, first } of repeatedNames(reading, "post_payments", (name) => name === "商品信息")) {
    reading.warning("duplicate_name", ["post_payments", index, "name"], { first });
  }
  for (const { index, first } of repeatedNames(reading, "post_discounts", () => false)) {
    reading.error("duplicate_name", ["post_discounts", index, "name"], { first });
  }
}

function soundItems(reading: Reading, list: string): Key[][] {
  return reading.soundItems(list).flatMap((_, index) => (reading.sound(list, index) === undefined ? [] : [[list, index]]));
}

/** Repeated names: the index of the later item and of the first. */
export function repeatedNames(reading: Reading, name: Key, isRepeatable: (name: string) => boolean): { index: number; first: number }[] {
  const firstOf = new Map<string, number>();
  return reading.soundItems(name).flatMap((_, index) => {
    const used = reading.soundText(name, index, "name");
    if (used === undefined || isRepeatable(used)) return [];
    const first = firstOf.get(used);
    if (first === undefined) firstOf.set(used, index);
    return first === undefined ? [] : [{ index, first }];
  });
}

/** Undefined if the list, an item or an amount is malformed. */
export function amountsOf(reading: Reading, name: Key): { items: number; present: number; sum: bigint } | undefined {
  if (!reading.isSent(name)) return { items: 0, present: 0, sum: 0n };
  if (reading.sound(name) === undefined) return undefined;
  const items = reading.soundItems(name);
  if (items.some((_, index) => reading.isBroken(name, index) || reading.isBroken(name, index, "amount"))) return undefined;
  const amounts = items.map((_, index) => reading.soundNumber(name, index, "amount")).filter((number) => number !== undefined);
  return { items: items.length, present: amounts.length, sum: amounts.reduce((sum, number) => sum + BigInt(number), 0n) };
}

/** Rule 5.1 for what is sent. */
export function checkTotal(reading: Reading, severity: Severity = "error"): void {
  const payments = amountsOf(reading, "post_payments");
  const discounts = amountsOf(reading, "post_discounts");
  if (!payments || !discounts || payments.items === 0) return;
  if (payments.present === 0 && (reading.soundNumber("total_amount") ?? 0) > 0) reading.warning("total_unverifiable", ["total_amount"]);
  else checkSum(reading, payments.sum, discounts.sum, severity);
}

/** Rule 5.1, except for the issue when there is no amount to add up. */
export function checkSum(reading: Reading, payments: bigint, discounts: bigint, severity: Severity = "error"): void {
  const received = reading.soundNumber("total_amount");
  const expected = payments - discounts;
  const sums = { payments: Number(payments), discounts: Number(discounts) };
  if (expected < 0n) reading.report(severity, "discounts_exceed_payments", ["post_discounts"], sums);
  else if (received !== undefined && BigInt(received) !== expected) {
    reading.report(severity, "total_mismatch", ["total_amount"], { expected: Number(expected), received, ...sums });
  }
}

/** Rule 5.2 for a risk fund: the 先免 ones cap the total. */
export function checkRiskFund(reading: Reading, name: string | undefined, maximum: number | undefined): void {
  const received = reading.soundNumber("total_amount");
  if (name === undefined || maximum === undefined || received === undefined) return;
  if (WITHOUT_DEPOSIT.includes(name) && received > maximum) {
    reading.error("exceeds_risk_fund", ["total_amount"], { maximum, received });
  }
}

/** The names of 先免. */
export const WITHOUT_DEPOSIT = ["DEPOSIT", "ADVANCE", "CASH_DEPOSIT"];

/** Rule 5.2 for the cap of the service ID. */
export function checkServiceLimit(reading: Reading, maximum: number | null | undefined, ...path: Key[]): void {
  const received = reading.soundNumber(...path);
  if (maximum != null && received !== undefined && received > maximum) reading.error("exceeds_service_limit", path, { maximum, received });
}
