import { validateOrder } from "payscore";

export const good = () => ({
  appid: "wxd678efh567hg6787",
  service_id: "2002000000000558128851361561536",
  post_payments: [{ name: "租金", amount: 4000 }],
  total_amount: 4000,
  time_range: { start_time: "20261120090000", end_time: "20261120100000" },
});

/** A wrong total, a nameless second payment, and an unknown field, which is only a warning. */
export const bad = () => ({ ...good(), post_payments: [{ name: "租金", amount: 4000 }, { name: "", amount: 5 }], colour: "red" });

const issuesOf = (body) => validateOrder(body, { kind: "completionBody", now: null }).issues;
export const goodIssues = issuesOf(good());
export const badIssues = issuesOf(bad());
const issueAt = (pointer) => badIssues.find((issue) => issue.pointer === pointer);
export const messageAt = (pointer) => issueAt(pointer).message;
/** What is said at the field. */
export const briefAt = (pointer) => issueAt(pointer).brief ?? issueAt(pointer).message;
export const warning = badIssues.find(({ severity }) => severity === "warning");
