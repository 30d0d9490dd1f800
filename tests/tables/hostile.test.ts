// Tables as people and machines leave them: whatever the bytes, a table is read to its end or refused with a reason.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createValidator, type DocumentKind } from "payscore";
import { openTable, type OperationName, tableColumns, TableProblem, type TableSource } from "payscore/tables";
import { below, type Draws, draws, oneIn, pick } from "../doors/draws.ts";
import { damaged } from "../doors/damage.ts";
import { documents, seed } from "../oracle/given.ts";

interface Table {
  operation: OperationName;
  /** The numbers of its orders, each once. */
  numbers: string[];
  bytes: Uint8Array;
}

const CELLS = {
  text: ["酒店房费", "a", " 首尾空白 ", "=1+1", "-", "'00123", '说明,有"引号"', "两\n行", "😀", "x".repeat(40), "wxd678efh567hg6787", "2002000000000558128851361561536", "2.00E+18"],
  money: ["12.00", "0", "1,200.50", "￥3", "12.005", "-1", "1e3", "九元", "99999999999999999999"],
  time: ["2025-09-18", "2025-09-18 10:00:00", "2025/9/1 8:00", "20250918", "45918", "OnAccept", "昨天"],
  count: ["1", "2", "1.5", "-1", "多"],
  flag: ["是", "否", "TRUE", "0", "也许"],
  type: ["付费", "优惠", "payment", "discount", "其他"],
} as Record<string, string[]>;

const operations = Object.keys(tableColumns) as OperationName[];

const someTable = draws.map((draws): Table => {
  const operation = pick(operations, draws);
  const fields = tableColumns[operation].filter(({ path }) => path[0] === "out_order_no" || !oneIn(4, draws));
  const header = fields.map(({ names, kind }) => pick(names, draws) + (kind === "money" ? pick(["（元）", " (fen)", ""], draws) : ""));
  const numbers = Array.from({ length: 1 + below(4, draws) }, (_, order) => `N${order}-${below(1000, draws)}`);
  const rows = numbers.map((number) => fields.map(({ path, kind }) => (path[0] === "out_order_no" ? number : oneIn(3, draws) ? "" : pick(CELLS[kind] ?? CELLS.text!, draws))));
  const extra = oneIn(5, draws) ? ["没人认识的列", ...rows.map(() => "x")] : [];
  const lines = [header, ...rows].map((cells, position) => [...cells, ...extra.slice(position, position + 1)].map((cell) => written(cell, draws)).join(","));
  const text = pick(["", "\uFEFF"], draws) + lines.join(pick(["\n", "\r\n"], draws)) + pick(["", "\n", "\r\n\r\n"], draws);
  return { operation, numbers, bytes: oneIn(6, draws) ? Buffer.from(`\uFEFF${text}`, "utf16le") : Buffer.from(text) };
});

const written = (cell: string, draws: Draws) => (/[,"\n]/.test(cell) || oneIn(8, draws) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** What a table holds, as far as it can be compared, with each draft built. */
async function read(source: TableSource, operation: OperationName) {
  const kind: DocumentKind = operation === "complete" ? "completion" : operation;
  try {
    const table = await openTable(source, { operation });
    const validator = createValidator({ kind, now: null, amountUnit: table.amountUnit });
    const found = [];
    for await (const { draft, line, out_order_no, isFurther, merged } of table.drafts()) {
      const issues = merged(draft === undefined ? [] : validator.build(draft as never).issues);
      for (const issue of issues) assert.ok(issue.line >= 1 && issue.column >= 1 && issue.message !== "", JSON.stringify(issue));
      found.push({ draft, line, out_order_no, isFurther, issues: issues.map(({ code, line, column }) => ({ code, line, column })) });
    }
    return { found, ofFile: table.issues.map(({ code }) => code) };
  } catch (error) {
    if (!(error instanceof TableProblem)) throw error;
    return { problem: error.code, said: error.message };
  }
}

const hold = (name: string, check: (table: Table, draws: Draws) => Promise<void>) =>
  test(name, () => fc.assert(fc.asyncProperty(someTable, draws, check), { numRuns: runs, seed }));

const runs = Math.ceil(documents / 4);

hold(`no order of ${runs} tables is lost`, async ({ operation, numbers, bytes }) => {
  const { found, problem } = await read(bytes, operation);
  if (problem === undefined) assert.deepEqual(found!.map(({ out_order_no }) => out_order_no), numbers);
});

hold(`${runs} damaged tables are read to their end or refused with a reason, wherever they are cut`, async ({ operation, bytes }, draws) => {
  const broken = damaged(bytes, draws);
  const whole = await read(broken, operation);
  if (whole.problem !== undefined) assert.notEqual(whole.said, "");
  const size = 1 + below(40, draws);
  const inPieces = async function* () {
    for (let at = 0; at < broken.length; at += size) yield broken.subarray(at, at + size);
  };
  const cut = await read(inPieces, operation);
  // Which of several reasons comes first is a matter of how much has been read.
  if (whole.problem === undefined || cut.problem === undefined) assert.deepEqual(cut, whole);
});
