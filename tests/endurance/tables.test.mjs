// Tables of 200,000 orders and hostile tables: time grows with their size, memory does not.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { openTable } from "payscore/tables";
import { folderWith, order, script } from "../cli/command.mjs";
import { sheetXml, workbook, workbookFiles, zipped } from "../cli/workbook.mjs";

const ORDERS = 200_000;
const IDS = ["wxd678efh567hg6787", "00004000000000158201234567890123"];
const HEADER = ["订单号", "appid", "服务ID", "项目类型", "名称", "金额（元）", "数量", "总金额（元）", "开始时间", "结束时间"];
const number = (at) => `D${String(at).padStart(12, "0")}`;
const row = (at) => [number(at), ...IDS, "付费", "就餐费用", "40.00", "1", "40.00", "2025-06-01 18:00:00", "2025-06-01 19:30:00"];

const measured = `data:text/javascript,${encodeURIComponent('process.on("exit", () => { const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage(); console.error(JSON.stringify({ megabytes: maxRSS / 1024, seconds: (userCPUTime + systemCPUTime) / 1e6 })); });')}`;

/** What a check of a file costs, in one thread. */
function cost(name, content) {
  const cwd = folderWith({ [name]: content });
  const { stdout, stderr } = spawnSync(process.execPath, ["--import", measured, script, "check", name, "--format", "json", "--now", "none", "--jobs", "1"], { cwd, encoding: "utf8" });
  const { orders, invalid } = JSON.parse(stdout);
  return { orders, invalid, ...JSON.parse(stderr.trim().split("\n").at(-1)) };
}

test("200,000 orders as CSV cost at most six times what they cost as lines", (context) => {
  const ofLines = () => cost("o.ndjson", Array.from({ length: ORDERS }, (_, at) => `${JSON.stringify(order({ out_order_no: number(at), time_range: { start_time: "20250601180000", end_time: "20250601193000" } }))}\n`).join(""));
  const ofTable = () => cost("o.csv", `\uFEFF${HEADER.join(",")}\r\n${Array.from({ length: ORDERS }, (_, at) => `${row(at).join(",")}\r\n`).join("")}`);
  let ratio = Infinity;
  for (let attempt = 0; attempt < 3 && ratio > 6; attempt += 1) {
    const [lines, table] = [ofLines(), ofTable()];
    ratio = Math.min(ratio, table.seconds / lines.seconds);
    context.diagnostic(`lines ${lines.seconds.toFixed(1)} s, ${lines.megabytes.toFixed(0)} MB; CSV ${table.seconds.toFixed(1)} s, ${table.megabytes.toFixed(0)} MB: ×${ratio.toFixed(1)}`);
    assert.deepEqual([table.orders, table.invalid], [ORDERS, 0]);
    assert.ok(table.megabytes < 250);
  }
  assert.ok(ratio <= 6, `×${ratio.toFixed(1)}`);
});

test("200,000 orders as .xlsx are read, in memory that holds their texts and not their rows", (context) => {
  const cells = (at) => [number(at), ...IDS, "付费", "就餐费用", 40, 1, 40, "2025-06-01 18:00:00", "2025-06-01 19:30:00"];
  const half = Array.from({ length: ORDERS / 2 }, (_, at) => cells(at));
  // As text in two halves, because one string could be too long.
  const xml = sheetXml([HEADER, ...half]).replace("</sheetData></worksheet>", "");
  const rest = Array.from({ length: ORDERS / 2 }, (_, at) => cells(ORDERS / 2 + at));
  const more = sheetXml(rest).replace(/^.*?<sheetData>/, "").replaceAll(/ r="[A-Z]*\d+"/g, "");
  const bytes = Buffer.concat([Buffer.from(xml), Buffer.from(more)]);
  const { orders, invalid, seconds, megabytes } = cost("o.xlsx", zipped({ ...workbookFiles({ 订单: [] }), "xl/worksheets/sheet1.xml": bytes }, { level: 1 }));
  context.diagnostic(`${seconds.toFixed(1)} s, ${Math.round(orders / seconds).toLocaleString("en-US")} orders a second, ${megabytes.toFixed(0)} MB of ${(bytes.length / 2 ** 20).toFixed(0)} MB unpacked`);
  assert.deepEqual([orders, invalid], [ORDERS, 0]);
  assert.ok(megabytes < 350);
});

const text = (...parts) => new TextEncoder().encode(parts.join(""));
const times = (n, make) => Array.from({ length: n }, (_, at) => make(at)).join("");
const plain = `${HEADER.join(",")}\n`;
const line = (at) => `${row(at).join(",")}\n`;

const shapes = {
  "rows of different orders": [20_000, (n) => text(plain, times(n, line))],
  "rows of one order": [5_000, (n) => text(plain, times(n, () => line(0)))],
  "rows that lie apart": [20_000, (n) => text(plain, times(n, (at) => line(at % 2)))],
  "quoted cells": [10_000, (n) => text(plain, times(n, (at) => `${row(at).map((cell) => `"${cell}"`).join(",")}\n`))],
  "quotation marks that are never closed": [5_000, (n) => text(plain, times(n, (at) => `${number(at)},"${IDS[0]},x\n`))],
  "nothing but quotation marks": [50_000, (n) => text(plain, '"'.repeat(n))],
  "nothing but delimiters": [500_000, (n) => text(plain, ",".repeat(n))],
  "nothing but line breaks": [500_000, (n) => text(plain, "\n".repeat(n))],
  "columns that nobody knows": [2_000, (n) => text(times(n, (at) => `列${at},`), plain)],
  "a header of one long name": [50_000, (n) => text("名".repeat(n), ",", plain)],
  "cells beyond the header": [5_000, (n) => text(plain, times(n, (at) => `${line(at).trim()},,,,x\n`))],
  "full-width commas": [10_000, (n) => text(plain, times(n, (at) => `${row(at).join("，")}\n`))],
  "rows of a workbook": [2_000, (n) => workbook([HEADER, ...Array.from({ length: n }, (_, at) => row(at))])],
  "cells at the end of wide rows": [500, (n) => workbook([HEADER, ...Array.from({ length: n }, (_, at) => [...row(at), ...Array(400).fill(null), "x"])])],
  "shared texts": [10_000, (n) => workbook([HEADER], { strings: Array.from({ length: n }, (_, at) => `<si><t>文${at}</t></si>`) })],
  "files in an archive": [2_000, (n) => zipped({ ...workbookFiles({ 订单: [HEADER] }), ...Object.fromEntries(Array.from({ length: n }, (_, at) => [`${at}`, ""])) })],
};

const FACTOR = 4;
/** Four times the input may cost up to eight times as much; quadratic code would cost sixteen times as much. */
const MOST_TIME = 2 * FACTOR;

async function readAll(bytes) {
  try {
    for await (const draft of (await openTable(bytes)).drafts()) draft.merged([]);
  } catch (error) {
    if (error.name !== "TableProblem") throw error;
  }
}

async function least(bytes) {
  let least = Infinity;
  for (let run = 0; run < 3; run += 1) {
    const before = process.cpuUsage();
    await readAll(bytes);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, user + system);
  }
  return least;
}

for (const [name, [n, make]] of Object.entries(shapes)) {
  test(`a table's time grows as it does: ${name}`, async (context) => {
    const [small, large] = [make(n), make(n * FACTOR)];
    let growth = Infinity;
    for (let attempt = 0; attempt < 4 && growth >= MOST_TIME; attempt += 1) {
      await readAll(small);
      const [before, after] = [await least(small), await least(large)];
      growth = after / before;
      context.diagnostic(`×${FACTOR}: time ×${growth.toFixed(1)}, to ${(after / 1000).toFixed(0)} ms`);
    }
    assert.ok(growth < MOST_TIME, `time grows ×${growth.toFixed(1)}`);
  });
}
