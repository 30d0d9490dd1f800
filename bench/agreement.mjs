// Before anything is timed: all find the same in the very inputs that they will be timed on.

import { check } from "./peers/hand-written.mjs";

const OPTIONS = { now: null };

/** What two must agree on. */
export function inShort(issues) {
  return issues.map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`).join("\n");
}

export function agreeOnOrders(orders, { validateOrder }) {
  for (const order of orders) same("validateOrder", inShort(validateOrder(order, OPTIONS).issues), inShort(check(order)), order);
}

export function agreeOnBytes(bytes, orders, ours) {
  agreeOnOrders(orders, ours);
  for (const name of ["validateBatch", "validateBatchScalar"]) {
    if (ours[name] === undefined) continue;
    const { found } = ours[name](bytes, { ...OPTIONS, maxIssues: Infinity });
    const issuesAt = new Map(found.map(({ index, issues }) => [index, issues]));
    orders.forEach((order, index) => same(name, inShort(issuesAt.get(index) ?? []), inShort(check(order)), order));
  }
}

function same(name, its, handWritten, order) {
  if (its === handWritten) return;
  throw new Error(`${name} and the hand-written peer disagree.\n${JSON.stringify(order)}\n${name}:\n${its}\nhand-written:\n${handWritten}`);
}
