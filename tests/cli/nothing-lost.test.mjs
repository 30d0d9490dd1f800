// What may cost money: an order that is built from a part of its rows, left out, or sent twice.

import assert from "node:assert/strict";
import { test } from "node:test";
import { checked, entriesOf, folderWith, lines, order, payscore, running, told } from "./command.mjs";

const HEADER = "订单号,appid,服务ID,项目类型,名称,金额（元）,总金额（元）";
const row = (number, name, amount, total = "") => `${number},wxd678efh567hg6787,00004000000000158201234567890123,付费,${name},${amount},${total}`;
const table = (...rows) => [HEADER, ...rows, ""].join("\n");
const built = (files, ...args) => {
  const [name] = Object.keys(files);
  const { stdout, status } = payscore(["build", name, "--format", "ndjson", "--now", "none", ...args], { cwd: folderWith(files) });
  return { status, entries: entriesOf(stdout), summary: JSON.parse(stdout.trimEnd().split("\n").at(-1)).summary };
};

for (const [name, rows, apart, whole] of [
  ["at the beginning and the end", [row("D1", "就餐费用", "40.00"), row("D2", "就餐费用", "30.00"), row("D1", "酒水", "10.00")], ["2:1", "4:1"], ["D2"]],
  ["each row of two by turns", [row("D1", "a", "1"), row("D2", "a", "1"), row("D1", "b", "1"), row("D2", "b", "1")], ["2:1", "3:1", "4:1", "5:1"], []],
  ["with a total that its first part alone does not reach", [row("D1", "就餐费用", "40.00", "50.00"), row("D2", "就餐费用", "30.00"), row("D1", "酒水", "10.00", "50.00")], ["2:1", "4:1"], ["D2"]],
  ["after thousands of others", [row("D0", "a", "1"), ...Array.from({ length: 5000 }, (_, at) => row(`E${at}`, "a", "1")), row("D0", "b", "1")], ["2:1", "5003:1"], null],
  ["a row without a number between", [row("D1", "a", "1"), row("", "b", "1"), row("D2", "a", "1"), row("", "b", "1"), row("D1", "c", "1")], ["2:1", "6:1"], ["D2"]],
  ["with what keeps Excel from its number", [row("'001", "a", "1"), row("002", "a", "1"), row('"=""001"""', "b", "1")], ["2:1", "4:1"], ["002"]],
]) {
  test(`an order whose rows lie apart is not composed, and its total not blamed: ${name}`, () => {
    const content = table(...rows);
    const { status, issues, totals } = checked(content, [], "t.csv");
    const places = apart.map((place) => `${place} csv_rows_apart /out_order_no`);
    assert.deepEqual(issues.map(told), places);
    const numbers = new Set(rows.map((row) => row.replace(/^["'=]+/, "").match(/^\w*/)[0]).filter(Boolean));
    assert.deepEqual([status, totals.orders], [1, numbers.size]);
    for (const args of [[], ["--jobs", "2"]]) {
      const { status, entries, summary } = built({ "t.csv": content }, ...args);
      assert.equal(status, 1);
      const sent = entries.filter(({ ok }) => ok).map(({ out_order_no }) => out_order_no);
      if (whole) assert.deepEqual(sent, whole);
      assert.deepEqual([summary.ready, summary.ready + summary.refused], [sent.length, numbers.size]);
    }
  });
}

test("each part of an order whose rows lie apart says where the other is", () => {
  const [first, second] = checked(table(row("D1", "a", "1"), row("D2", "a", "1"), row("D1", "b", "1")), [], "t.csv").issues;
  assert.match(first.message, /第 4 行还有它的内容/);
  assert.match(second.message, /它从第 2 行开始/);
});

test("rows apart are found through standard input too", () => {
  const input = table(row("D1", "a", "1"), row("D2", "a", "1"), row("D1", "b", "1"));
  const { stdout } = payscore(["build", "-", "--format", "ndjson", "--now", "none"], { input });
  assert.deepEqual(entriesOf(stdout).map(({ out_order_no, ok }) => [out_order_no, ok]), [["D1", false], ["D2", true], ["D1", false]]);
});

const draft = ({ total_amount: _, ...rest }) => rest;

for (const [name, broken] of [
  ["cut off", '{"out_order_no": "X'],
  ["no JSON at all", "oops"],
  ["a comma too many", '{"a":1,}'],
  ["two orders in one line", '{"a":1}{"a":1}'],
]) {
  test(`build goes on behind a line of NDJSON that is ${name}`, () => {
    const drafts = Array.from({ length: 500 }, (_, at) => draft(order({ out_order_no: `D${at}` })));
    const { status, entries, summary } = built({ "d.ndjson": lines(...drafts.slice(0, 10), broken, ...drafts.slice(10)) });
    const [bad] = entries.filter(({ ok }) => !ok);
    assert.deepEqual([status, summary.ready, summary.refused], [2, 500, 1]);
    assert.deepEqual([bad.line, bad.index, bad.out_order_no, bad.issues.map(({ code }) => code)], [11, 10, null, ["invalid_json"]]);
    assert.equal(entries.at(-1).out_order_no, "D499");
  });
}

const first = order({ out_order_no: "D1", total_amount: 4000 });
const second = order({ out_order_no: "D1", post_payments: [{ name: "就餐费用", amount: 3900 }], total_amount: 3900 });
const other = order({ out_order_no: "D2" });

for (const [name, orders, places] of [
  ["one behind the other", [first, second], ["2:17"]],
  ["with others between", [first, other, second], ["3:17"]],
  ["again and again", [first, second, second], ["2:17", "3:17"]],
  ["written in another way", [first, JSON.stringify({ total_amount: 3900, ...second }).replace("D1", "\\u00441")], ["2:37"]],
  ["the same total again", [first, first, { ...first, profit_sharing: false }], []],
  ["two numbers", [first, { ...second, out_order_no: "D3" }], []],
]) {
  test(`an order number that comes again with another total is doubtful, in lines and in an array: ${name}`, () => {
    const found = checked(lines(...orders));
    assert.deepEqual(found.issues.map(told), places.map((place) => `${place} duplicate_order /out_order_no`));
    assert.deepEqual([found.status, found.totals.warnings, found.totals.invalid], [0, places.length, 0]);
    const array = `[\n${orders.map((each) => (typeof each === "string" ? each : JSON.stringify(each))).join(",\n")}]`;
    assert.deepEqual(checked(array, [], "o.json").issues.map(({ code }) => code), places.map(() => "duplicate_order"));
    for (const args of [[], ["--jobs", "2"]]) {
      const { entries } = built({ "d.ndjson": lines(...orders) }, ...args);
      assert.deepEqual(entries.flatMap(({ issues }) => issues.map(({ code }) => code)), places.map(() => "duplicate_order"));
      assert.ok(entries.every(({ ok }) => ok));
    }
  });
}

test("a repeated number says which line had it, and both totals; it comes beside other issues of the order", () => {
  const { issues } = checked(lines(first, { ...second, service_id: "500001" }));
  assert.deepEqual(issues.map(({ code }) => code), ["duplicate_order", "service_id_format"]);
  assert.match(issues[0].message, /D1：.*第 1 行已有这个订单号，总金额为 40\.00 元，这里为 39\.00 元/);
  assert.deepEqual(issues[0].params, { value: "D1", first: 1, first_total: 4000, total: 3900 });
});

test("snapshots of one order may come again and again, and so may orders of different files", () => {
  const snapshot = (state) => ({ ...first, mchid: "1", service_introduction: "店", state, total_amount: state === "DONE" ? 1 : 4000 });
  const { issues } = checked(lines(snapshot("DOING"), snapshot("DONE")), ["--kind", "serviceOrder"]);
  assert.ok(issues.every(({ code }) => code !== "duplicate_order"));
  const { stdout } = payscore(["check", "1.ndjson", "2.ndjson"], { cwd: folderWith({ "1.ndjson": lines(first), "2.ndjson": lines(second) }) });
  assert.doesNotMatch(stdout, /duplicate_order/);
});

test("with --wrapped a repeated number is that of the order", () => {
  const created = { out_order_no: "D1", total_amount: 1, time_range: { start_time: "20250101", end_time: "20250102" } };
  const { issues } = checked(lines({ order: first, created }, { created, order: second }), ["--wrapped", "--now", "none"]);
  assert.deepEqual(issues.map(({ code, line }) => [code, line]), [["duplicate_order", 2]]);
});

for (const format of ["pretty", "json", "ndjson"]) {
  test(`build writes what is composed as it comes, in ${format}`, async () => {
    const child = running(["build", "-", "--format", format, "--input-format", "ndjson", "--now", "none"]);
    child.stdin.on("error", () => {});
    // Standard input stays open.
    child.stdin.write(lines(draft(first)));
    let text = "";
    for await (const chunk of child.stdout) {
      text += chunk;
      if (text.includes("就餐费用")) break;
    }
    child.kill();
  });
}

test("the json of build is one document, whatever comes", () => {
  const json = (input) => JSON.parse(payscore(["build", "-", "--format", "json", "--now", "none"], { input }).stdout);
  assert.deepEqual([json("[]").length, json(lines(draft(first))).length, json(lines(draft(first), "x", draft(other))).length], [0, 1, 3]);
});

test("build reads an array in time that grows as the array does", () => {
  const time = (count) => {
    const drafts = Array.from({ length: count }, (_, at) => draft(order({ out_order_no: `D${at}` })));
    const cwd = folderWith({ "d.json": JSON.stringify(drafts) });
    const { stdout } = payscore(["build", "d.json", "--format", "ndjson", "--now", "none", "--jobs", "1"], { cwd });
    assert.equal(entriesOf(stdout).length, count);
    const [least] = [1, 2, 3].map(() => {
      const before = performance.now();
      payscore(["build", "d.json", "--format", "ndjson", "--now", "none", "--jobs", "1"], { cwd });
      return performance.now() - before;
    }).sort((one, other) => one - other);
    return least;
  };
  const [small, large] = [time(4_000), time(16_000)];
  assert.ok(large < small * 8, `${Math.round(small)} ms, then ${Math.round(large)} ms for four times the drafts`);
});
