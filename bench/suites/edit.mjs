// One amount edited in a form of 100 payments and 30 discounts: what is known of the order is told again after each edit.

import { errorsOf, HAND_WRITTEN, handWrittenCheck, libraries, ours, PAYSCORE } from "../contestants.mjs";
import { interleaved } from "../measure.mjs";
import { generateOrders } from "../orders.mjs";

const EDITS = 20;
const ROW = 64;
const IN_QUICK = ["zod"];

export function measureEdit(effort) {
  const [order] = generateOrders({ orders: 1, items: "many" });
  const item = order.post_payments[ROW];
  const amount = item.amount;
  const edits = Array.from({ length: EDITS }, (_, edit) => amount + (edit % 2));
  const editing = (found) => () => {
    let all = 0;
    for (const edited of edits) {
      item.amount = edited;
      all += found(order);
    }
    return all;
  };
  const peers = libraries.filter(({ name }) => !effort.quick || IN_QUICK.includes(name));
  const contestants = [
    { name: HAND_WRITTEN, run: editing(() => errorsOf(handWrittenCheck(order))) },
    { name: PAYSCORE, run: editing(() => errorsOf(ours.validateOrder(order, { now: null }).issues)) },
    ...peers.map(({ name, check }) => ({ name, run: editing(() => check(order).length) })),
  ];
  return [{ orders: EDITS, timings: interleaved(contestants, effort) }];
}
