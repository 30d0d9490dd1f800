// From JavaScript objects: fresh from JSON.parse, and the same ones again and again.

import { agreeOnOrders } from "../agreement.mjs";
import { errorsOf, HAND_WRITTEN, handWrittenCheck, libraries, ours, PAYSCORE, PREPARED } from "../contestants.mjs";
import { interleaved } from "../measure.mjs";
import { generateOrders } from "../orders.mjs";

export const SIZES = { small: { items: "few", orders: 400 }, large: { items: "many", orders: 20 } };
const INVALID = { "10 %": 0.1, 0: 0 };
const IN_QUICK = ["ajv standalone", "zod"];

export function measureObjects(effort) {
  return Object.keys(SIZES).flatMap((size) => Object.keys(INVALID).flatMap((invalid) => measure(size, invalid, effort)));
}

function measure(size, invalid, effort) {
  const orders = generateOrders({ ...SIZES[size], invalid: INVALID[invalid] });
  const contestants = contestantsOver(orders, effort);
  const texts = orders.map((order) => JSON.stringify(order));
  const parsed = () => texts.map((text) => JSON.parse(text));
  const ofFresh = contestants.map(({ name, checkAll }) => ({ name, prepare: parsed, run: checkAll }));
  const hot = parsed();
  const ofHot = contestants.map(({ name, checkAll }) => ({ name, run: () => checkAll(hot) }));
  const about = { size, invalid, orders: orders.length };
  return [
    // Most of a turn goes into parsing, which is not timed.
    { ...about, objects: "fresh", timings: interleaved(ofFresh, { ...effort, atLeast: effort.atLeast / 6 }) },
    { ...about, objects: "hot", timings: interleaved(ofHot, effort) },
  ];
}

const OPTIONS = { now: null };

/** The contestants that find the same as all others in these orders. */
export function contestantsOver(orders, effort) {
  const peers = libraries.filter(({ name }) => !effort.quick || IN_QUICK.includes(name));
  agreeOnOrders(orders, handWrittenCheck, ours, peers);
  const validator = ours.createValidator(OPTIONS);
  return [
    { name: HAND_WRITTEN, checkAll: (given) => sumOf(given, (order) => errorsOf(handWrittenCheck(order))) },
    { name: PAYSCORE, checkAll: (given) => sumOf(given, (order) => errorsOf(ours.validateOrder(order, OPTIONS).issues)) },
    { name: PREPARED, checkAll: (given) => sumOf(given, (order) => errorsOf(validator.validate(order).issues)) },
    ...peers.map(({ name, check }) => ({ name, checkAll: (given) => sumOf(given, (order) => check(order).length) })),
  ];
}

function sumOf(orders, found) {
  let all = 0;
  for (const order of orders) all += found(order);
  return all;
}
