// The items of an order: their fields, their names and what they add up to.

import { amount, integer, type Key, list, type Reading, required, text } from "./reading.ts";

const optionalItem = {
  payment: { name: text(1, 20), amount: amount(0), description: text(1, 30), count: integer(1, 100) },
  discount: { name: text(1, 20), description: text(1, 30), amount: amount(0), count: integer(1, 100) },
};
const namedItem = {
  payment: { ...optionalItem.payment, name: required(text(1, 20)) },
  discount: { ...optionalItem.discount, name: required(text(1, 20)) },
};

/** As section 4 has them, and as section 6 does: there every field of an item is optional. */
export const ITEMS_SENT = { payments: list(1, 100, namedItem.payment), discounts: list(0, 30, namedItem.discount) };
export const ITEMS_RETURNED = { payments: list(0, 100, optionalItem.payment), discounts: list(0, 30, optionalItem.discount) };

/** Where a name was used before: the later item's index, and the first one's. */
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

/** Undefined while the list, an item or an amount is malformed. */
export function amountsOf(reading: Reading, name: Key): { items: number; present: number; sum: bigint } | undefined {
  if (!reading.isSent(name)) return { items: 0, present: 0, sum: 0n };
  if (reading.sound(name) === undefined) return undefined;
  const items = reading.soundItems(name);
  if (items.some((_, index) => reading.isBroken(name, index) || reading.isBroken(name, index, "amount"))) return undefined;
  const amounts = items.map((_, index) => reading.soundNumber(name, index, "amount")).filter((number) => number !== undefined);
  return { items: items.length, present: amounts.length, sum: amounts.reduce((sum, number) => sum + BigInt(number), 0n) };
}

/** Rule 5.1, but for what is said when no amount is there to add up. */
export function checkSum(reading: Reading, payments: bigint, discounts: bigint): void {
  const received = reading.soundNumber("total_amount");
  const expected = payments - discounts;
  const sums = { payments: Number(payments), discounts: Number(discounts) };
  if (expected < 0n) reading.error("discounts_exceed_payments", ["post_discounts"], sums);
  else if (received !== undefined && BigInt(received) !== expected) {
    reading.error("total_mismatch", ["total_amount"], { expected: Number(expected), received, ...sums });
  }
}

/** Rule 5.2 for a risk fund: those of 先免 bound the total. */
export function checkRiskFund(reading: Reading, name: string | undefined, maximum: number | undefined): void {
  const received = reading.soundNumber("total_amount");
  if (name === undefined || maximum === undefined || received === undefined) return;
  if (["DEPOSIT", "ADVANCE", "CASH_DEPOSIT"].includes(name) && received > maximum) {
    reading.error("exceeds_risk_fund", ["total_amount"], { maximum, received });
  }
}
