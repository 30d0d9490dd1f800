// Several threads produce the same bytes as one, and nothing of a large file is retained.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { folderWith, lines, order, payscore, running, script } from "./command.mjs";

const json = JSON.stringify;
const IDS = "wxd678efh567hg6787,00004000000000158201234567890123";
const COUNT = 6000;

/** Good orders, wrong ones, doubtful ones, repeated numbers, and what is long, in Chinese or blank. */
function mixed(at) {
  const out_order_no = `D${at % 50 === 0 ? at - (at % 500) : at}`;
  if (at % 97 === 0) return order({ out_order_no, total_amount: at });
  if (at % 89 === 0) return order({ out_order_no, service_id: "5" });
  if (at % 83 === 0) return order({ out_order_no, goods_tag: "餐😀".repeat(at % 40) });
  if (at % 61 === 0) return order({ out_order_no, remark: "x".repeat(at * 10) });
  return order({ out_order_no });
}
const orders = Array.from({ length: COUNT }, (_, at) => mixed(at));
const rows = orders.map(({ out_order_no }, at) => `${out_order_no},${IDS},${at % 31 === 0 ? '"两\n行"' : "就餐费用"},${at % 29 === 0 ? "0.001" : "40.00"}${at % 41 === 0 ? "\n" : ""}`);
const files = {
  "lines.ndjson": `\uFEFF${orders.map((each, at) => `${at % 71 === 0 ? "\n" : ""}${at % 211 === 0 ? "{oops" : json(each)}\n`).join("")}`,
  "array.json": `[\n${orders.map((each, at) => (at % 3 === 0 ? json(each, null, 2) : json(each))).join(" ,\n ")}]`,
  "broken.json": `[${orders.map((each, at) => (at === 4000 ? '{"a":}' : json(each))).join(",")}]`,
  "table.csv": `订单号,appid,服务ID,名称,金额（元）\n${rows.join("\n")}\n`,
  "created.ndjson": lines(...orders.slice(0, 4000).map(({ out_order_no }) => ({ out_order_no, risk_fund: { name: "DEPOSIT", amount: 3999 }, time_range: { start_time: "20250601", end_time: "20250602" } }))),
};

const cwd = folderWith(files);
const options = ["--now", "none", "--max-issues", "all"];

for (const name of ["lines.ndjson", "array.json", "broken.json", "table.csv"]) {
  for (const [told, args] of [
    ["check", ["check", name, "--format", "ndjson", ...options]],
    ["check, in pretty", ["check", name, ...options.slice(0, 2)]],
    ["check, with created orders", ["check", name, "--format", "json", "--created", "created.ndjson", ...options]],
    ["build", ["build", name, "--format", "ndjson", ...options.slice(0, 2)]],
    ["build, with created orders", ["build", name, "--format", "json", "--created", "created.ndjson", ...options.slice(0, 2)]],
  ]) {
    test(`threads make the same bytes: ${told} ${name}`, () => {
      const one = payscore([...args, "--jobs", "1"], { cwd });
      assert.ok(one.stdout.length > 1000);
      for (const jobs of ["2", "5"]) assertSame(payscore([...args, "--jobs", jobs], { cwd }), one);
    });
  }
}

/** Megabytes that differ in one place are reported by that place. */
function assertSame(one, other) {
  assert.deepEqual([one.status, one.stderr], [other.status, other.stderr]);
  const at = [...one.stdout].findIndex((character, at) => character !== other.stdout[at]);
  if (one.stdout !== other.stdout) assert.fail(`${one.stdout.slice(at - 100, at + 100)}\nand not\n${other.stdout.slice(at - 100, at + 100)}`);
}

test("an array that breaks off ends the run, though standard input stays open", { skip: process.platform === "win32" && "Windows has no such pipes" }, async () => {
  for (const jobs of ["1", "2"]) {
    const child = running(["check", "-", "--format", "ndjson", "--jobs", jobs, "--now", "none"]);
    child.stdin.on("error", () => {});
    child.stdin.write(`[${json(order())}, {"a":}, ${json(order()).concat(",").repeat(20_000)}`);
    const [status] = await once(child, "exit");
    assert.equal(status, 2);
  }
});

test("an order stands at the same place in a piece as in the whole file", () => {
  const { stdout } = payscore(["check", "array.json", "--format", "ndjson", ...options], { cwd });
  const text = files["array.json"];
  const starts = text.split("\n").reduce((starts, line) => [...starts, starts.at(-1) + line.length + 1], [0]);
  const bytes = Buffer.from(text);
  const found = stdout.trimEnd().split("\n").map((line) => JSON.parse(line)).filter(({ index }) => index !== undefined);
  assert.ok(found.length > 100);
  for (const { line, column, offset, out_order_no } of found) {
    const characters = [...text.slice(starts[line - 1], starts[line])];
    assert.equal(characters[column - 1], "{", out_order_no);
    if (offset !== undefined) assert.equal(bytes[offset], 0x7b);
  }
});

test("a wrong line behind thousands of others keeps its place", () => {
  const content = `${lines(order()).repeat(20_000)}{"a":1}\n`;
  const { stdout } = payscore(["check", "-", "--format", "ndjson", "--jobs", "3", ...options], { input: content });
  const found = stdout.split("\n").filter((line) => line.startsWith('{"file"')).map((line) => JSON.parse(line));
  assert.deepEqual(found.map(({ line, index, offset }) => [line, index, offset]), [[20_001, 20_000, Buffer.byteLength(content) - 8]]);
});

const measured = `data:text/javascript,${encodeURIComponent('process.on("exit", () => console.error(process.resourceUsage().maxRSS));')}`;

/** The most memory that a run has held, in MB. A small young generation makes the collector free early, whatever memory the machine has. */
function memoryOf(folder, ...args) {
  const engine = ["--max-semi-space-size=4", "--import", measured];
  const { stderr, status } = spawnSync(process.execPath, [...engine, script, ...args, "--output", "out"], { cwd: folder, encoding: "utf8" });
  assert.ok(status === 0 || status === 1, stderr);
  return Number(stderr.trim().split("\n").at(-1)) / 1024;
}

const numbered = (count, make) => Array.from({ length: count }, (_, at) => make(`D${String(at).padStart(9, "0")}`));
const many = (orders) => orders.map((each) => `${json(each)}\n`).join("");
const draft = ({ total_amount: _, ...rest }) => rest;

for (const [name, verb, file, make, jobs, times = 1] of [
  ["lines", "check", "f.ndjson", (count) => many(numbered(count, (out_order_no) => order({ out_order_no }))), "1"],
  ["lines by two threads", "check", "f.ndjson", (count) => many(numbered(count, (out_order_no) => order({ out_order_no }))), "2", 4],
  ["an array", "check", "f.json", (count) => json(numbered(count, (out_order_no) => order({ out_order_no }))), "1"],
  ["drafts", "build", "f.ndjson", (count) => many(numbered(count, (out_order_no) => draft(order({ out_order_no })))), "1"],
  ["an array of drafts", "build", "f.json", (count) => json(numbered(count, (out_order_no) => draft(order({ out_order_no })))), "1"],
  ["a table", "build", "f.csv", (count) => `订单号,appid,服务ID,名称,金额（元）\n${numbered(count, (number) => `${number},${IDS},就餐费用,40.00\n`).join("")}`, "1"],
]) {
  test(`memory grows by some 32 bytes an order, and no more: ${verb} ${name}`, (context) => {
    // Several threads need several pieces, which a small file does not have.
    const [few, large] = [50_000, 250_000].map((count) => count * times);
    const format = verb === "build" ? "json" : "pretty";
    const memory = (count) => memoryOf(folderWith({ [file]: make(count) }), verb, file, "--format", format, "--now", "none", "--jobs", jobs);
    const [before, after] = [memory(few), memory(large)];
    context.diagnostic(`${Math.round(before)} MB, then ${Math.round(after)} MB`);
    // 200,000 more orders: 6 MB are legitimate, plus what the collector has not freed yet.
    assert.ok(after < before + 50 + 15 * times, `${Math.round(before)} MB, then ${Math.round(after)} MB for five times the orders`);
  });
}

test("a file above 64 MB goes to the cores of the machine, and says the same", () => {
  const folder = folderWith({ "f.ndjson": lines(order({ goods_tag: "x".repeat(32), remark: "y".repeat(2000) })).repeat(30_000) });
  const told = (...args) => payscore(["check", "f.ndjson", "--format", "json", "--now", "none", ...args], { cwd: folder }).stdout;
  assert.equal(told(), told("--jobs", "1"));
});
