// The benchmark's baseline implements every rule that the package does, so that no ratio comes from a missing rule.

import assert from "node:assert/strict";
import { test } from "node:test";
import { validateOrder } from "payscore";
import { caseOf } from "../tests/oracle/cases.ts";
import { documents, holds } from "../tests/oracle/given.ts";
import { inShort } from "./agreement.mjs";
import { generateOrders } from "./orders.mjs";
import { check } from "./peers/hand-written.mjs";

for (const items of ["few", "many"]) {
  for (const invalid of [0, 0.1, 1]) {
    test(`hand-written JavaScript finds what the package finds in the benchmark's orders: ${items} items, ${invalid * 100} % invalid`, () => {
      const orders = generateOrders({ orders: items === "few" ? 2000 : 100, invalid, items });
      for (const order of orders) agrees(order);
      assert.equal(orders.filter((order) => !validateOrder(order, { now: null }).valid).length, orders.length * invalid);
    });
  }
}

test(`hand-written JavaScript finds what the package finds in ${documents} changed orders`, () => {
  const orders = caseOf("completion").map(({ order }) => asJson(order));
  holds(orders.filter(isKnownToBoth), agrees);
});

/** The peer is only ever given completions. */
function isKnownToBoth(order) {
  return !validateOrder(order, { now: null }).issues.some(({ code }) => code === "wrong_document");
}

function agrees(order) {
  assert.equal(inShort(check(order)), inShort(validateOrder(order, { now: null }).issues), JSON.stringify(order));
}

/** The peer expects what JSON.parse returns. */
function asJson(value) {
  try {
    return JSON.parse(JSON.stringify(value, (_, part) => (typeof part === "bigint" ? String(part) : part)) ?? "null");
  } catch {
    // A cycle.
    return null;
  }
}
