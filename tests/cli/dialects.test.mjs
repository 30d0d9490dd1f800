// How people and their programs write tables: read, or named with what to do.

import assert from "node:assert/strict";
import { test } from "node:test";
import { checked, entriesOf, folderWith, payscore, told } from "./command.mjs";

const NAMES = ["订单号", "appid", "服务ID", "名称", "金额（元）", "是否分账"];
const HEADER = NAMES.join(",");
const IDS = "wxd678efh567hg6787,00004000000000158201234567890123";
const row = (number, rest = "就餐费用,40.00,") => `${number},${IDS},${rest}`;
const table = (...rows) => [HEADER, ...rows, ""].join("\n");
const check = (content, ...args) => checked(content, args, "t.csv");
const bodies = (content, ...args) => {
  const { stdout, stderr } = payscore(["build", "t.csv", "--format", "ndjson", "--now", "none", ...args], { cwd: folderWith({ "t.csv": content }) });
  if (stdout === "") throw new Error(stderr);
  return entriesOf(stdout).map(({ out_order_no, request, issues }) => (request ? { out_order_no, ...request.body } : issues.map(told).join()));
};
const total = ({ total_amount }) => total_amount;

for (const [name, content] of [
  ["sep=,", `sep=,\n${table(row("D1"))}`],
  ["sep=, in quotation marks, behind a byte order mark", `\uFEFF"sep=,"\r\n${table(row("D1"))}`],
  ["sep=;", `SEP=;\n${table(row("D1")).replaceAll(",", ";")}`],
  ["sep=| though other marks are more", `sep=|\n${table(row("D1", "甲、乙、丙,40.00,")).replaceAll(",", "|")}`],
  ["tabs", table(row("D1")).replaceAll(",", "\t")],
  ["semicolons", table(row("D1")).replaceAll(",", ";")],
  ["bars", table(row("D1")).replaceAll(",", "|")],
  ["full-width commas throughout", table(row("D1")).replaceAll(",", "，")],
  ["full-width semicolons throughout", table(row("D1")).replaceAll(",", "；")],
  ["lines that end in a carriage return alone", table(row("D1")).replaceAll("\n", "\r")],
  ["lines that end in both", table(row("D1")).replaceAll("\n", "\r\n")],
  ["no end of the last line", table(row("D1")).trimEnd()],
  ["blank lines around", `\n\n${table("", row("D1"), "", ",,,,,")}\n\n`],
  ["every cell in quotation marks", table(row("D1")).replaceAll(/[^,\n]+/g, '"$&"')],
  ["spaces around quoted cells", table(row("D1", ' "就餐费用" , "40.00" ,'))],
]) {
  test(`a table is read: ${name}`, () => {
    assert.deepEqual(bodies(content).map(total), [4000]);
  });
}

test("places stand where they are behind a line sep=", () => {
  assert.deepEqual(check(`sep=,\n${table(row("D1", "就餐费用,0.001,"))}`).issues.map(({ line, code }) => [line, code]), [[3, "invalid_money"], [3, "required"]]);
});

for (const [name, rows, expected] of [
  ["a row of full-width commas", ["D1，a，b，c，1，", row("D2")], ["2:1 csv_full_width_comma ", 4000]],
  ["full-width commas and plain ones in a row", [row("D1", "就餐费用，40.00，"), row("D2")], [`2:${row("D1", "").length + 1} csv_full_width_comma `, 4000]],
  ["a full-width comma in a name is none", [row("D1", "双人套餐，含饮料,40.00,")], [4000]],
]) {
  test(`full-width commas are named where they part cells: ${name}`, () => {
    const found = bodies(table(...rows)).map((body) => (typeof body === "string" ? body : total(body)));
    assert.deepEqual(found, expected);
  });
}

test("a header with both commas is named", () => {
  const { status, problem } = check(`订单号,appid,服务ID，名称,金额（元）\n`);
  assert.equal(status, 2);
  assert.match(problem.message, /“服务ID，名称”中有全角逗号/);
});

const at = row("D1", "").length + 1;
for (const [name, cells, expected] of [
  ["within a cell", '5" 屏幕,40.00,', "5\" 屏幕"],
  ["at the end of a cell", '大厅",40.00,', '大厅"'],
  ["doubled within a quoted cell", '"大厅""甲""",40.00,', '大厅"甲"'],
  ["at the beginning alone", '"大厅,40.00,', `2:${at} csv_stray_quote `],
  ["around the first half of a cell", '"大厅"包间,40.00,', `2:${at} csv_stray_quote `],
  ["before a number", '就餐费用,"40.00,', `2:${at + 5} csv_stray_quote `],
]) {
  test(`a stray quotation mark costs one order at most: ${name}`, () => {
    const [first, second, third] = bodies(table(row("D1", cells), row("D2", '"就餐费用","40.00",'), row("D3")));
    assert.equal(typeof first === "string" ? first : first.post_payments[0].name, expected);
    assert.deepEqual([total(second), total(third)], [4000, 4000]);
  });
}

test("a quotation mark at the end of the file that is never closed costs one order", () => {
  const found = bodies(table(row("D1"), row("D2", '"就餐费用,40.00,')));
  assert.deepEqual([total(found[0]), found[1]], [4000, `3:${at} csv_stray_quote `]);
});

test("a quotation mark that is never closed costs one order, however much comes behind it", () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => row(`E${at}`));
  const { totals, issues } = check(table(row("D1", '"就餐费用,40.00,'), ...rows));
  assert.deepEqual([totals.orders, issues.map(({ code }) => code)], [20_001, ["csv_stray_quote"]]);
});

for (const header of ["订单编号", "商户订单编号", " 订单号 ", "*订单号", "订单号（必填）", "OUT_ORDER_NO", "`订单号", "服务订单号"]) {
  test(`the order number may stand under ${header}`, () => {
    assert.deepEqual(bodies(table(row("D1")).replace("订单号", header)).map(total), [4000]);
  });
}

for (const [header, near] of [
  ["订单号码", "订单号码"],
  ["商户单号", "商户单号"],
  ["out_orderno", "out_orderno"],
]) {
  test(`a table without an order number names the column that is like one: ${header}`, () => {
    const { status, problem } = check(table(row("D1")).replace("订单号", header));
    assert.equal(status, 2);
    assert.ok(problem.message.includes(`“${near}”是否就是订单号？`), problem.message);
  });
}

for (const [header, near] of [
  ["分账标志", "分账标记"],
  ["profit_sharng", "profit_sharing"],
  ["开始地址", "开始地点"],
]) {
  test(`an unknown column names the one that it is like: ${header}`, () => {
    const [issue] = check(table(row("D1")).replace("是否分账", header)).issues;
    assert.deepEqual([issue.code, issue.params], ["csv_unknown_column", { value: header, suggestion: near }]);
    assert.match(issue.message, new RegExp(`是否应为“${near}”`));
  });
}

test("an unknown column that is like none suggests none", () => {
  const [issue] = check(table(row("D1")).replace("是否分账", "备注信息")).issues;
  assert.deepEqual(issue.params, { value: "备注信息", suggestion: null });
});

for (const [words, flag] of [
  [["Y", "y", "YES", "是", "TRUE", "true", "1", "T", "真", "√"], true],
  [["N", "n", "NO", "否", "FALSE", "false", "0", "F", "假", "×"], false],
]) {
  test(`yes and no may be written ${words.join(", ")}`, () => {
    const found = bodies(table(...words.map((word, at) => row(`D${at}`, `就餐费用,40.00,${word}`))));
    assert.deepEqual(found.map(({ profit_sharing }) => profit_sharing), words.map(() => flag));
  });
}

test("what is neither yes nor no is named", () => {
  const { issues } = check(table(row("D1", "就餐费用,40.00,也许")));
  assert.deepEqual(issues.map(({ code, pointer }) => [code, pointer]), [["csv_flag", "/profit_sharing"]]);
  assert.match(issues[0].message, /是否分账 也许：应为“是”或“否”。.*Y、N/);
});

for (const [written, fen] of [
  ["40.0000", 4000],
  ["19.9000", 1990],
  ["0.5700000000", 57],
  ["40.", undefined],
  ["40.0010", undefined],
  ["0.00001", undefined],
]) {
  test(`an amount may have decimals that say nothing: ${written}`, () => {
    const [found] = bodies(table(row("D1", `就餐费用,${written},`)));
    if (fen === undefined) assert.match(found, /invalid_money/);
    else assert.equal(total(found), fen);
  });
}

test("decimals are not dropped from fen: 40.00 under a header of fen may well be yuan", () => {
  const [found] = bodies(table(row("D1")).replace("（元）", "（分）"));
  assert.match(found, /invalid_money/);
});
