import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { checked, entriesOf, folderWith, lines, payscore, told } from "./command.mjs";
import { inGb18030 } from "./gb18030.mjs";

const HEADER = "商户服务订单号,appid,服务ID,项目类型,项目名称,金额（元）,数量,结束时间";
const IDS = "wxd678efh567hg6787,00004000000000158201234567890123";
const row = (number, rest) => `${number},${IDS},${rest}`;
const table = (...rows) => [HEADER, ...rows, ""].join("\r\n");
const check = (content, ...args) => checked(content, args, "完结.csv");
const good = row("D1", "付费,就餐费用,40.00,1,2025-06-01 19:30:00");

const bodies = (content, ...args) => {
  const cwd = folderWith({ "t.csv": content });
  const { stdout, stderr } = payscore(["build", "t.csv", "--format", "ndjson", "--now", "none", ...args], { cwd });
  if (stdout === "") throw new Error(stderr);
  return entriesOf(stdout);
};

test("rows are items, grouped by order number, which may stand in the first row alone", () => {
  const content = table(good, row("D1", "优惠,新客立减,1,,"), row("D2", "付费,酒水,0.57,2,"), `,,,付费,就餐费用,4.35,,`);
  const [one, two] = bodies(content).map(({ request }) => request);
  assert.equal(one.path, "/v3/payscore/serviceorder/D1/complete");
  assert.deepEqual(one.body.post_payments, [{ name: "就餐费用", amount: 4000, count: 1 }]);
  assert.deepEqual(one.body.post_discounts, [{ name: "新客立减", amount: 100 }]);
  assert.equal(one.body.total_amount, 3900);
  assert.deepEqual(one.body.time_range, { end_time: "20250601193000" });
  assert.deepEqual(two.body.post_payments.map(({ amount }) => amount), [57, 435]);
});

test("columns may be named in English, and hold fen", () => {
  const content = "out_order_no,appid,service_id,type,name,amount_fen,total_amount (fen),profit_sharing,time_range.end_time\n" + `D1,${IDS},payment,a,4000,3900,TRUE,20250601\nD1,,,discount,b,100,,,\n`;
  const [{ request }] = bodies(content);
  assert.deepEqual([request.body.total_amount, request.body.profit_sharing, request.body.time_range], [3900, true, { end_time: "20250601" }]);
});

for (const [name, encoded] of [
  ["UTF-8", (text) => text],
  ["UTF-8 with a byte order mark", (text) => `\uFEFF${text}`],
  ["UTF-16 with tabs, Excel's Unicode text", (text) => Buffer.from(`\uFEFF${text.replaceAll(",", "\t")}`, "utf16le")],
  ["cells parted by semicolons", (text) => text.replaceAll(",", ";")],
]) {
  test(`a table is read: ${name}`, () => {
    const { issues, totals } = check(encoded(table(good, row("D2", "付费,就餐费用,0.001,1,"))));
    assert.deepEqual([totals.orders, issues.map(told)], [2, [`3:${row("D2", "付费,就餐费用,").length + 1} invalid_money /post_payments/0/amount`, "3:1 required /total_amount"]]);
  });
}

test("a table is read as GB18030, with columns counted in characters", () => {
  const content = inGb18030(`订单号,appid,service_id,项目名称,金额（元）\r\nD1,${IDS},餐费,0.001\r\nD2,${IDS},餐费𠀀,1\r\n`);
  const { issues } = check(content);
  const column = `D1,${IDS},餐费,`.length + 1;
  assert.deepEqual(issues.map(told), [`2:${column} invalid_money /post_payments/0/amount`, "2:1 required /total_amount", `3:${column - 3} invalid_characters /post_payments/0/name`]);
});

test("GB18030 that begins after more ASCII than is looked at, and GB18030 through standard input", () => {
  const ascii = `out_order_no,appid,service_id,name,amount_yuan\n${Array.from({ length: 3000 }, (_, at) => `A${at},${IDS},a,1\n`).join("")}`;
  const input = Buffer.concat([Buffer.from(ascii), inGb18030(`D1,${IDS},餐费,1\n`)]);
  const { stdout } = payscore(["build", "-", "--format", "ndjson", "--now", "none"], { input });
  const last = entriesOf(stdout).at(-1);
  assert.equal(last.request.body.post_payments[0].name, "餐费");
});

test("bytes that are no text of the encoding make the file unreadable", () => {
  const { status, problem } = check(Buffer.concat([Buffer.from(table(good)), Buffer.from([0xff, 0xff, 0xff])]), "--encoding", "utf-8");
  assert.equal(status, 2);
  assert.match(problem.message, /UTF-8.*--encoding/);
});

test("a quoted cell holds commas, quotation marks and line breaks, and places after it are right", () => {
  const { issues } = check(table(row("D1", '付费,"餐费,\n""大厅""",40.00,x,2025-06-01 19:30:00'), row("D2", "付费,就餐费用,0.001,1,")));
  assert.deepEqual(issues.map(told), [`2:${row("D1", "付费,").length + 1} invisible_characters /post_payments/0/name`, "3:15 invalid_type /post_payments/0/count", `4:${row("D2", "付费,就餐费用,").length + 1} invalid_money /post_payments/0/amount`, "4:1 required /total_amount"]);
});

for (const [name, content, expected, message] of [
  ["scientific notation of an order number", table(row("1.23457E+18", "付费,就餐费用,40.00,1,")), "2:1 csv_scientific_notation /out_order_no", /商户服务订单号 1\.23457E\+18.*科学计数法.*重新导出/],
  ["scientific notation of a time", table(row("D1", "付费,就餐费用,40.00,1,2.02506E+13")), `2:${row("D1", "付费,就餐费用,40.00,1,").length + 1} csv_scientific_notation /time_range/end_time`, /结束时间/],
  ["digits after the 15th", table(row("123456789012345000", "付费,就餐费用,40.00,1,")), "2:1 csv_digits_lost /out_order_no", /15 位.*核对/],
  ["a date without seconds", table(row("D1", "付费,就餐费用,40.00,1,2009-12-25 9:10")), `2:${row("D1", "付费,就餐费用,40.00,1,").length + 1} csv_date_reformatted /time_range/end_time`, /秒/],
  ["the days that Excel counts", table(row("D1", "付费,就餐费用,40.00,1,40172.38")), `2:${row("D1", "付费,就餐费用,40.00,1,").length + 1} csv_date_reformatted /time_range/end_time`, /yyyy-mm-dd/],
  ["thousands separators", table(row("D1", '付费,就餐费用,"1,234.00",1,')), `2:${row("D1", "付费,就餐费用,").length + 1} csv_thousands_separator /post_payments/0/amount`, /千位分隔符/],
  ["a currency sign", table(row("D1", "付费,就餐费用,¥40.00,1,")), `2:${row("D1", "付费,就餐费用,").length + 1} csv_currency_sign /post_payments/0/amount`, /货币符号/],
  ["an unquoted comma", table(row("D1", "付费,就餐,费用,40.00,1,20250601")), `2:${row("D1", "付费,就餐,费用,40.00,1,").length + 1} csv_too_many_cells `, /逗号/],
  ["an unknown type", table(row("D1", "押金,就餐费用,40.00,1,")), `2:${row("D1", "").length + 1} csv_item_type `, /付费.*优惠/],
  ["a type that JavaScript knows", table(row("D1", "constructor,就餐费用,40.00,1,")), `2:${row("D1", "").length + 1} csv_item_type `, /付费.*优惠/],
  ["rows that differ", `订单号,总金额（元）,名称,金额（元）,appid,服务ID\nD1,5,a,2,${IDS}\nD1,4,b,3,${IDS}\n`, "3:4 csv_rows_differ /total_amount", /不一致/],
  ["a column that is not known", table(good).replace("数量", "数目"), "1:36 csv_unknown_column ", /数目.*--help/],
]) {
  test(`it is named: ${name}`, () => {
    const { issues } = check(content);
    // With an amount that is not a number, the total has to be given.
    assert.deepEqual(issues.filter(({ code }) => code !== "required").map(told), [expected]);
    assert.match(issues[0].message, message);
  });
}

test("what is no slip of Excel is not named as one", () => {
  const { issues } = check(table(row("1234567890123456", "付费,1E+05 与 1/2/2009,40.00,1,20091225"), row("202511250000000001", "付费,就餐费用,40.00,1,2025-06-01"), row("100200300400500600", "付费,就餐费用,40.00,1,"), row("1002", "付费,就餐费用,40.00,1,2009/12/25")));
  assert.deepEqual(issues, []);
});

test("what keeps Excel from reading a number is taken off", () => {
  const [first, second, third] = bodies(table(row('"=""001"""', "付费,就餐费用,40.00,1,"), row("`002", "付费,就餐费用,\t40.00,1,"), row("'003", "付费,'就餐费用,40.00,1,")));
  assert.deepEqual([first, second, third].map(({ out_order_no }) => out_order_no), ["001", "002", "003"]);
  assert.equal(third.request.body.post_payments[0].name, "'就餐费用");
});

test("leading zeros: an order number that was created with them is wrong without", () => {
  const cwd = folderWith({ "t.csv": table(row("12345", "付费,就餐费用,40.00,1,2025-06-01 19:30:00")), "created.json": lines({ out_order_no: "0012345" }, { out_order_no: "0012346" }) });
  const { stdout, status } = payscore(["check", "t.csv", "--created", "created.json", "--format", "json"], { cwd });
  const [issue] = JSON.parse(stdout).files[0].found[0].issues;
  assert.deepEqual([status, issue.code, issue.severity, issue.params], [1, "csv_leading_zeros_lost", "error", { value: "12345", created: "0012345" }]);
});

test("leading zeros: a number shorter than nearly all others is doubtful, unless one begins with 0", () => {
  const rows = (...numbers) => table(...numbers.map((number) => row(number, "付费,就餐费用,40.00,1,")));
  const usual = Array.from({ length: 9 }, (_, at) => `9${at}34567890`);
  const { issues, status } = check(rows(...usual, "123456789"));
  assert.deepEqual([issues.map(told), issues[0].severity, status], [["11:1 csv_leading_zeros_lost /out_order_no"], "warning", 0]);
  assert.deepEqual(check(rows(...usual, "123456789", "0123456789")).issues, []);
});

for (const [name, content, args, message, place] of [
  ["no row", "\r\n \r\n", [], /文件是空的/, []],
  ["no order number", "金额（元）,名称\n1,a\n", [], /没有订单号列/, [1, 1]],
  ["an amount of which the unit is not known", "订单号,金额\nD1,1\n", [], /“金额”.*元还是分.*--amount-unit/, [1, 5]],
  ["two units", "订单号,金额（元）,总金额（分）\nD1,1,100\n", [], /统一/, [1, 11]],
  ["two columns of one meaning", "订单号,单号,金额（元）\nD1,D1,1\n", [], /“单号”/, [1, 5]],
]) {
  test(`a table is unreadable for ${name}`, () => {
    const { status, problem } = check(content, ...args);
    assert.equal(status, 2);
    assert.match(problem.message, message);
    assert.deepEqual([problem.line, problem.column].filter((at) => at !== undefined), place);
  });
}

test("--amount-unit says what the header does not", () => {
  const content = `订单号,appid,服务ID,名称,金额\nD1,${IDS},餐费,12.50\n`;
  assert.equal(bodies(content, "--amount-unit", "yuan")[0].request.body.total_amount, 1250);
  assert.equal(check(content, "--amount-unit", "fen").issues[0].code, "invalid_money");
});

test("a table holds completions only", () => {
  for (const option of [["--kind", "serviceOrder"], ["--wrapped"]]) {
    const { status, problem } = check(table(good), ...option);
    assert.equal(status, 2);
    assert.match(problem.message, new RegExp(option[0]));
  }
});

test("a draft whose numbers Excel has changed is not composed", () => {
  const [{ ok, request }] = bodies(table(row("1.23457E+18", "付费,就餐费用,40.00,1,")));
  assert.deepEqual([ok, request], [false, undefined]);
});

test("the example is sound, and its rows are three requests", () => {
  const content = readFileSync(new URL("../../examples/completions.csv", import.meta.url));
  assert.deepEqual(check(content).issues, []);
  assert.deepEqual(bodies(content).map(({ request }) => request.body.total_amount), [3900, 10350, 0]);
});
