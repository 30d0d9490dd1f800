// What prelude.d.ts declares; and a clock that stands at the day of the examples.
import { validateOrder } from "payscore";

const NOON = Date.parse("2026-11-20T12:00:00+08:00");

globalThis.Date = class extends Date {
  constructor(...args) {
    super(...(args.length === 0 ? [NOON] : args));
  }

  static now = () => NOON;
};

const created = {
  out_order_no: "1234323JKHDFE1243252",
  appid: "wxd678efh567hg6787",
  mchid: "1230000109",
  service_id: "2002000000000558128851361561536",
  service_introduction: "充电宝租借",
  state: "DOING",
  state_description: "USER_CONFIRM",
  risk_fund: { name: "DEPOSIT", amount: 3000 },
  time_range: { start_time: "20261120090000" },
};

globalThis.backend = { queryOrder: async () => created, send: async () => {} };
globalThis.body = {
  appid: created.appid,
  service_id: created.service_id,
  post_payments: [{ name: "租金", amount: 2990 }],
  total_amount: 2990,
  time_range: { end_time: "20261120100000" },
};
globalThis.report = validateOrder({ ...body, total_amount: 1 }, { kind: "completionBody" });

let marked = [];
globalThis.form = { getFieldsError: () => [{ name: ["total_amount"], errors: [] }], setFields: (fields) => (marked = fields) };
process.on("exit", () => {
  if (marked.some(({ errors }) => errors.length === 0)) throw new Error("a field was not marked");
});
