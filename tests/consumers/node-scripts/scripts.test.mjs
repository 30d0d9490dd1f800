import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { test } from "node:test";
import { created } from "../common/order.mjs";
import { complete, whatDiffers } from "./complete.mjs";

const order = {
  out_order_no: "A1",
  appid: created.appid,
  service_id: created.service_id,
  post_payments: [{ name: "租金", amount: 2990 }],
  total_amount: 2990,
};

const check = (orders) => {
  writeFileSync("orders.ndjson", orders.map((order) => `${JSON.stringify(order)}\n`).join(""));
  return spawnSync(process.execPath, ["check-file.mjs", "orders.ndjson"], { encoding: "utf8" });
};

test("a file is checked line by line", () => {
  const { status, stdout } = check([order, { ...order, out_order_no: "A2", total_amount: 2991 }]);
  assert.equal(status, 1);
  assert.match(stdout, /^2\tA2\terror\t\/total_amount\t总金额应为 29\.90 元/);
  assert.match(stdout, /共 2 单，1 单有错误，0 处警告/);
});

test("a good file exits with 0", () => assert.equal(check([order]).status, 0));

test("after a time-out the same bytes are sent again, though the clock has moved on", async () => {
  const kept = new Map();
  const store = { get: async (number) => kept.get(number), set: async (number, request) => kept.set(number, request) };
  const sent = [];
  const timesOutOnce = async (path, bodyText) => {
    sent.push({ path, bodyText });
    if (sent.length === 1) throw new Error("timed out");
    return { state: "DOING" };
  };
  const draft = (end) => ({ post_payments: [{ name: "租金", amount: 2990 }], time_range: { end_time: end } });

  await assert.rejects(complete(draft("20260120100000"), created, { store, send: timesOutOnce }), /timed out/);
  await complete(draft("20260120100030"), created, { store, send: timesOutOnce });
  assert.deepEqual(sent[1], sent[0]);

  const composedAnew = { bodyText: sent[0].bodyText.replace("20260120100000", "20260120100030") };
  assert.deepEqual(whatDiffers(sent[0], composedAnew), ["/time_range/end_time"]);
});

test("what may not be sent is neither kept nor sent", async () => {
  const never = () => assert.fail("sent");
  const store = { get: async () => undefined, set: async () => assert.fail("kept") };
  await assert.rejects(complete({ post_payments: [{ name: "租金", amount: 9900 }] }, created, { store, send: never }), /风险金额 30\.00 元/);
});
