// Every request of an order's life, from JSON and from the tables that people keep.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as payscoreOf from "payscore";
import { checked, entriesOf, folderWith, lines, payscore } from "./command.mjs";
import { workbook } from "./workbook.mjs";

const APPID = "wxd678efh567hg6787";
const SERVICE = "00004000000000158201234567890123";
const ids = { appid: APPID, service_id: SERVICE };
const payments = [{ name: "就餐费用", amount: 4000 }];
const soon = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
const recent = new Date(Date.now() - 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 19).replace("T", " ");

/** A draft for each operation, and the same as the header and a row of a table. */
const operations = {
  complete: [{ post_payments: payments }, { 名称: "就餐费用", "金额（元）": "40.00" }],
  create: [
    { service_introduction: "某餐厅", time_range: { start_time: "OnAccept" }, risk_fund: { name: "ESTIMATE_ORDER_COST", amount: 5000 }, notify_url: "https://example.com/notify", need_user_confirm: true },
    { 服务信息: "某餐厅", 开始时间: "OnAccept", 风险名称: "ESTIMATE_ORDER_COST", "风险金额（元）": "50.0000", 商户回调地址: "https://example.com/notify", 需要用户确认: "Y" },
  ],
  directComplete: [
    { service_introduction: "某餐厅", openid: "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o", post_payments: payments, time_range: { start_time: recent }, notify_url: "https://example.com/notify" },
    { 服务信息: "某餐厅", 用户标识: "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o", 名称: "就餐费用", "金额（元）": "40", 开始时间: recent, 回调地址: "https://example.com/notify" },
  ],
  modify: [{ post_payments: payments, reason: "少收酒水" }, { 名称: "就餐费用", "金额（元）": "40", 修改原因: "少收酒水" }],
  cancel: [{ reason: "用户取消" }, { 取消原因: "用户取消" }],
  pay: [{}, {}],
  sync: [{ detail: { paid_time: recent } }, { 收款时间: recent }],
  query: [{}, {}],
  prepaidMessage: [{ post_payments: payments, prepaid_time: soon }, { 名称: "就餐费用", "金额（元）": "40", 扣费时间: soon }],
  pendingMessage: [{ post_payments: payments, prepaid_time: soon }, { 名称: "就餐费用", "金额（元）": "40", 预扣费时间: soon }],
};
const builders = Object.keys(payscoreOf).filter((name) => /^build.+Request$/.test(name));

test("each request that the package composes is an operation of the command line", () => {
  const named = Object.keys(operations).map((name) => `build${name[0].toUpperCase()}${name.slice(1)}Request`);
  assert.deepEqual(named.sort(), builders.sort());
  const { stdout } = payscore(["build", "--help"]);
  for (const name of Object.keys(operations)) assert.match(stdout.replaceAll(/\s+/g, " "), new RegExp(`\\b${name}\\b`));
});

for (const [operation, [draft, cells]] of Object.entries(operations)) {
  const whole = { out_order_no: "D1", ...ids, ...draft };
  const expected = payscoreOf[`build${operation[0].toUpperCase()}${operation.slice(1)}Request`](whole);
  const header = ["订单号", "appid", "服务ID", ...Object.keys(cells)];
  const row = ["D1", APPID, SERVICE, ...Object.values(cells)];
  const csv = `${header.join(",")}\n${row.join(",")}\n`;

  test(`${operation} is composed from JSON, CSV and .xlsx as the package composes it`, () => {
    assert.ok(expected.ok, JSON.stringify(expected.issues));
    const files = { "d.ndjson": lines(whole), "d.json": JSON.stringify([whole]), "d.csv": csv, "d.xlsx": workbook([header, row]) };
    for (const name of Object.keys(files)) {
      const { status, stdout, stderr } = payscore(["build", name, "--operation", operation, "--format", "ndjson"], { cwd: folderWith(files) });
      const [{ ok, request, issues }] = entriesOf(stdout);
      assert.deepEqual([status, ok, stderr], [0, true, ""], `${name}: ${JSON.stringify(issues)}`);
      assert.deepEqual(request, JSON.parse(JSON.stringify(expected.request)), name);
    }
  });

  test(`${operation} is told for people too, and checked as a table`, () => {
    const cwd = folderWith({ "d.csv": csv });
    const { stdout } = payscore(["build", "d.csv", "--operation", operation], { cwd });
    assert.ok(stdout.includes(`${expected.request.method} ${expected.request.path}`));
    assert.doesNotMatch(stdout, /undefined/);
    assert.match(stdout, expected.request.body?.total_amount === undefined ? /1 个请求已组装；/ : /1 个请求已组装，共 40\.00 元；/);
    const kind = operation === "complete" ? "completion" : operation;
    const { totals, issues } = checked(csv, ["--kind", kind], "d.csv");
    assert.deepEqual([totals.orders, issues.filter(({ severity }) => severity === "error")], [1, []]);
  });
}

test("each kind of document is checked as such", () => {
  const codes = (document, kind) => checked(lines(document), ["--kind", kind]).issues.map(({ code, pointer }) => `${code} ${pointer}`);
  assert.deepEqual(codes({ ...ids, reason: "" }, "cancelBody"), ["too_short /reason"]);
  assert.deepEqual(codes({ out_order_no: "D1", ...ids, reason: "x" }, "cancelBody"), ["path_parameter_in_body /out_order_no"]);
  assert.deepEqual(codes({ out_order_no: "D1", ...ids }, "pay"), []);
});

for (const [name, operation, header, rows, expected] of [
  ["an unknown column of another request", "cancel", "订单号,appid,服务ID,原因,金额", ["D1,a,b,c,1"], ["csv_unknown_column"]],
  ["a refund's table", "modify", "订单号,appid,服务ID,名称,金额（元）,原因", ["D1,a,b,菜,1.00,退", "D2,a,b,菜,1.00,退", "D1,a,b,酒,1.00,退"], ["csv_rows_apart", "csv_rows_apart"]],
  ["a time that Excel has displayed", "sync", "订单号,appid,服务ID,收款时间", ["D1,a,b,25/12/2009"], ["csv_date_reformatted"]],
]) {
  test(`what goes wrong with tables goes wrong with those of every request: ${name}`, () => {
    const { issues } = checked([header, ...rows, ""].join("\n"), ["--kind", operation, "--now", "none"], "t.csv");
    assert.deepEqual(issues.map(({ code }) => code).filter((code) => code.startsWith("csv_")), expected);
  });
}

test("repeated numbers are doubtful where an order has one such request: creates of other content, direct completions of another total", () => {
  const codes = (operation, ...drafts) => entriesOf(payscore(["build", "-", "--operation", operation, "--format", "ndjson"], { input: lines(...drafts) }).stdout).map(({ issues }) => issues.map(({ code }) => code).filter((code) => code === "duplicate_order").length);
  const of = (operation, changes) => ({ out_order_no: "D1", ...ids, ...operations[operation][0], ...changes });
  assert.deepEqual(codes("create", of("create"), of("create"), of("create", { service_introduction: "另一家" })), [0, 0, 1]);
  assert.deepEqual(codes("directComplete", of("directComplete"), of("directComplete", { goods_tag: "x" }), of("directComplete", { post_payments: [{ name: "a", amount: 1 }] })), [0, 0, 1]);
  assert.deepEqual(codes("modify", of("modify"), of("modify", { post_payments: [{ name: "a", amount: 1 }] })), [0, 0]);
  assert.deepEqual(codes("cancel", of("cancel"), of("cancel", { reason: "另一个原因" })), [0, 0]);
});
