import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { buildCompleteRequest } from "payscore";
import { TableProblem, fileRules, openTable, tableColumns } from "payscore/tables";
import { checked } from "../cli/command.mjs";
import { workbook } from "../cli/workbook.mjs";

const HEADER = "订单号,appid,服务ID,名称,金额（元）,数目";
const IDS = "wxd678efh567hg6787,00004000000000158201234567890123";
const text = `${HEADER}\nD1,${IDS},就餐费用,40.00,\nD2,${IDS},就餐费用,0.001,\nD3,${IDS},a,1,\nD2,${IDS},酒水,1,\n`;
const bytes = new TextEncoder().encode(text);

async function draftsOf(source, options) {
  const drafts = [];
  for await (const draft of (await openTable(source, options)).drafts()) drafts.push(draft);
  return drafts;
}

for (const [name, source] of [
  ["bytes", bytes],
  ["a Blob", new Blob([bytes])],
  ["what can be read again", () => new Blob([bytes]).stream()],
  ["pieces of one byte", async function* () {
    for (const byte of bytes) yield Uint8Array.of(byte);
  }],
]) {
  test(`a table is read from ${name}`, async () => {
    const table = await openTable(source);
    assert.deepEqual([table.orders, table.amountUnit, table.sheet, table.issues.map(({ code }) => code)], [3, "yuan", undefined, ["csv_unknown_column"]]);
    const drafts = await draftsOf(source);
    assert.deepEqual(drafts.map(({ index, line, out_order_no, draft, isFurther }) => [index, line, out_order_no, draft?.post_payments, isFurther]), [
      [0, 2, "D1", [{ name: "就餐费用", amount: "40.00" }], false],
      [1, 3, "D2", undefined, false],
      [2, 4, "D3", [{ name: "a", amount: "1" }], false],
      [1, 5, "D2", undefined, true],
    ]);
  });
}

test("blank lines above the header are counted once, wherever the file is cut", async () => {
  const below = new TextEncoder().encode(`\r\n\n${text}`);
  const inBytes = async function* () {
    for (const byte of below) yield Uint8Array.of(byte);
  };
  for (const source of [below, inBytes]) assert.deepEqual((await draftsOf(source)).map(({ line }) => line), [4, 5, 6, 7]);
});

test("a page and the command line say the same of a table, to the letter and the column", async () => {
  const content = text.replace("D3,", "D3,\"x\"y,").replaceAll("0.001", "1,234");
  const found = [];
  const source = new TextEncoder().encode(content);
  const table = await openTable(source);
  for await (const draft of table.drafts()) {
    const result = draft.draft && buildCompleteRequest(draft.draft, { amountUnit: table.amountUnit });
    found.push(...draft.merged(result?.issues ?? []));
  }
  const { issues } = checked(content, [], "t.csv");
  assert.deepEqual(JSON.parse(JSON.stringify([...table.issues, ...found])), issues);
});

test("a workbook is read with its dates and numbers", async () => {
  const rows = [HEADER.split(","), ["D1", ...IDS.split(","), "就餐费用", 40]];
  const table = await openTable(new Blob([workbook(rows)]));
  const [{ line, cell, draft }] = await draftsOf(workbook(rows));
  assert.deepEqual([table.sheet, line, cell, draft.post_payments], ["订单", 2, "A2", [{ name: "就餐费用", amount: "40" }]]);
});

test("what cannot be read rejects, in the language that is asked for", async () => {
  const problem = await openTable(new TextEncoder().encode("金额（元）\n1\n"), { locale: "en" }).catch((error) => error);
  assert.ok(problem instanceof TableProblem);
  assert.deepEqual([problem.code, problem.place, problem.name], ["no_number_column", { line: 1, column: 1 }, "TableProblem"]);
  assert.match(problem.message, /^No column holds the order number/);
  const tooLarge = await openTable(workbook([HEADER.split(",")]), { maxUnpackedBytes: 100 }).catch((error) => error);
  assert.equal(tooLarge.code, "workbook_too_large");
});

test("a table tells how far it is read: up to its size", async () => {
  for (const source of [bytes, workbook([HEADER.split(","), ...Array.from({ length: 3000 }, (_, at) => [`D${at}`, ...IDS.split(","), "a", at])])]) {
    let read = 0;
    await draftsOf(source, { onBytes: (count) => (read += count) });
    assert.equal(Math.round(read), source.length);
  }
});

test("the entry is the same for require", async () => {
  const { openTable: required } = createRequire(import.meta.url)("payscore/tables");
  assert.equal((await required(bytes)).orders, 3);
});

test("each code of files has its meaning, remedy and source in both languages, and is found in its own example", async () => {
  const pairs = fileRules.flatMap(({ code, meaning, remedy, source }) => [meaning, remedy, source].map((words) => [code, words]));
  for (const [code, words] of pairs) {
    assert.deepEqual(Object.keys(words).sort(), ["en", "zh-CN"], code);
    assert.match(words["zh-CN"], /[\u4e00-\u9fff]/, code);
    assert.doesNotMatch(words.en.replaceAll(/[付费优惠是否元订单重入参数校验失败，、\u4e00-\u9fff]/g, ""), /[\u4e00-\u9fff]/, code);
  }
  for (const { code, severity, params, example } of fileRules) {
    const { issues } = checked(example.content, ["--now", "none", "--max-issues", "all"], example.file);
    const issue = issues.find((one) => one.code === code);
    assert.ok(issue, `${code} in ${JSON.stringify(example.content)}: ${issues.map((one) => one.code)}`);
    assert.equal(issue.severity, severity);
    assert.ok(Object.keys(issue.params).every((name) => params.includes(name)), code);
  }
});

test("the columns of a table are told with all their names", () => {
  const names = tableColumns.complete.map(({ names }) => names[0]);
  assert.deepEqual([names[0], new Set(names).size, names.length], ["商户服务订单号", 22, 22]);
});

