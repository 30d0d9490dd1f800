// The same orders after the engine has seen everything a console may pass: what it learned from ordinary orders no longer holds.

import { contestantsOver, SIZES } from "./objects.mjs";
import { interleaved } from "../measure.mjs";
import { generateOrders } from "../orders.mjs";

const ROUNDS = 20;

export function measurePollution(effort) {
  return Object.keys(SIZES).flatMap((size) => measure(size, effort));
}

function measure(size, effort) {
  const orders = generateOrders(SIZES[size]);
  const contestants = contestantsOver(orders, effort);
  const [hot, odd] = [parsed(orders), ODD.flatMap((change) => parsed(orders).slice(0, 40).map(change))];
  const about = { size, invalid: 0, orders: orders.length };
  for (const { checkAll } of contestants) for (let round = 0; round < ROUNDS; round++) checkAll(odd);
  const afterShapes = interleaved(contestants.map(({ name, checkAll }) => ({ name, run: () => checkAll(hot) })), effort);
  for (const { checkAll } of contestants) checkAll([hugeOrder()]);
  const afterHuge = interleaved(contestants.map(({ name, checkAll }) => ({ name, run: () => checkAll(hot) })), effort);
  return [
    { ...about, objects: "hot, after odd ones", timings: afterShapes },
    { ...about, objects: "hot, after 100,000 rows", timings: afterHuge },
  ];
}

const parsed = (orders) => orders.map((order) => JSON.parse(JSON.stringify(order)));

/** Turns a sound order into an odd one. */
const ODD = [
  // A string that V8 still stores as two.
  (order) => withNames(order, (name) => name.slice(0, 3) + name.slice(3) + String.fromCharCode(0x4e00)),
  (order) => withNames(order, () => "早餐🍳"),
  (order) => withNames(order, () => "Café"),
  // Keys in an order of their own.
  (order, at) => turned(order, at),
  // A dictionary, in V8.
  (order) => {
    delete order.time_range;
    delete order.location;
    return order;
  },
  (order) => Object.assign(Object.create(null), order),
  (order, at) => ({ ...order, [`key${at}`]: at }),
  (order) => ({ ...order, total_amount: order.total_amount + 0.5 }),
  (order) => ({ ...order, post_discounts: null, total_amount: String(order.total_amount) }),
];

function withNames(order, name) {
  return { ...order, post_payments: order.post_payments.map((item) => ({ ...item, name: name(item.name) })) };
}

function turned(order, by) {
  const entries = Object.entries(order);
  const first = by % entries.length;
  return Object.fromEntries([...entries.slice(first), ...entries.slice(0, first)]);
}

function hugeOrder() {
  const [order] = generateOrders({ orders: 1 });
  return { ...order, post_payments: Array.from({ length: 100_000 }, (_, row) => ({ name: `商品${row}`, amount: 1 })) };
}
