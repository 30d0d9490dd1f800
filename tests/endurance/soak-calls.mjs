// Calls of every kind, with the result that each must return every time.

import assert from "node:assert/strict";
import { buildCompleteRequest, diffRequests, explainError, nextActions, summarize, toPayscoreTime, validateBatch, validateOrder, yuanToFen } from "payscore";

const order = {
  out_order_no: "1234323JKHDFE1243252",
  appid: "wxd678efh567hg6787",
  service_id: "2002000000000558128851361561536",
  post_payments: [{ name: "就餐费用", amount: 4000, description: "就餐人均 40 元", count: 1 }],
  post_discounts: [{ name: "满 20 减 1 元", amount: 100 }],
  total_amount: 3900,
  time_range: { start_time: "20091225091010", end_time: "20091225121010" },
};
const returned = { ...order, mchid: "1230000109", service_introduction: "XX餐厅", state: "DOING", state_description: "USER_CONFIRM" };
const options = { now: null, created: returned, serviceRiskLimit: 5000 };
const thrown = new Error("the caller's");
const throwing = {
  get post_payments() {
    throw thrown;
  },
};
const lines = new TextEncoder().encode(`${JSON.stringify(order)}\n{"a":1}\nnone\n`);

const calls = [
  () => validateOrder(order, options),
  () => validateOrder({ ...order, total_amount: 3901 }, options),
  () => validateOrder({ ...order, sub_mchid: "1900000109", foo: "😀" }, { now: 1261714210000, locale: "en" }),
  () => validateOrder(returned, { kind: "serviceOrder" }),
  () => validateOrder({ ...returned, collection: { state: "USER_PAID", total_amount: "1" } }, { kind: "serviceOrder" }),
  () => validateOrder({ ...order, post_payments: [null, "x", { name: "餐".repeat(30), amount: NaN }] }, { now: null, industry: "hotel" }),
  () => validateOrder(order, { now: null, previous: { ...order, total_amount: 1 } }),
  () => validateOrder([new Map(), 5n], { now: null }),
  () => buildCompleteRequest({ ...order, post_payments: [{ name: "餐", amount: "40.00" }], post_discounts: [], total_amount: undefined }, { now: null, amountUnit: "yuan" }),
  () => buildCompleteRequest({}, { now: null }),
  () => validateBatch(lines, { now: null }),
  () => summarize(order, options),
  () => nextActions(returned),
  () => explainError({ code: "PARAM_ERROR", message: "参数错误" }),
  () => diffRequests(order, returned),
  () => [toPayscoreTime(1261714210000), yuanToFen("19.9"), yuanToFen(4.35)],
  () => validateOrder(throwing),
  () => validateOrder(order, { kind: "none" }),
];

/** What a call returns or throws, as text. */
function said(call) {
  try {
    return JSON.stringify(call());
  } catch (error) {
    return `throws ${error}`;
  }
}

const answers = calls.map(said);
assert.ok(answers.every((answer, place) => answer.startsWith("throws") === place >= calls.length - 2), answers.join("\n"));

/** Makes this many calls in an order of its own and compares every result. */
export function makeCalls(count, seed = 1) {
  let next = seed;
  for (let made = 0; made < count; made += 1) {
    next = (Math.imul(next, 1_664_525) + 1_013_904_223) >>> 0;
    const place = (next >>> 8) % calls.length;
    const answer = said(calls[place]);
    if (answer !== answers[place]) assert.fail(`call ${made} (${calls[place]}) answered\n${answer}\nand not\n${answers[place]}`);
  }
}
