// One amount is edited in a form of 100 payments and 30 discounts: after each edit all issues are requested again, and every
// contestant checks the whole order again.

import { errorsOf, HAND_WRITTEN, handWrittenCheck, libraries, ours, PAYSCORE, PREPARED } from "../contestants.mjs";
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
  const validator = ours.createValidator({ now: null });
  const contestants = [
    { name: HAND_WRITTEN, run: editing(() => errorsOf(handWrittenCheck(order))) },
    { name: PAYSCORE, run: editing(() => errorsOf(ours.validateOrder(order, { now: null }).issues)) },
    { name: PREPARED, run: editing(() => errorsOf(validator.validate(order).issues)) },
    ...peers.map(({ name, check }) => ({ name, run: editing(() => check(order).length) })),
  ];
  return [{ orders: EDITS, timings: interleaved(contestants, effort) }];
}
