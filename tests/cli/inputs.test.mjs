// Files that are not lists of orders: one sentence says what they are and what to do.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { checked, folderWith, lines, order, payscore, script } from "./command.mjs";

const good = order();
const json = JSON.stringify;
const HEADER = "订单号,appid,服务ID,名称,金额（元）";
const IDS = "wxd678efh567hg6787,00004000000000158201234567890123";

for (const command of ["check", "build"]) {
  for (const [name, content] of [
    ["orders.ndjson", ""],
    ["orders.json", " \n\r\n\t"],
    ["orders.csv", "\uFEFF"],
    ["orders.csv", ",,,\r\n\r\n"],
    ["orders", ""],
  ]) {
    test(`an empty file is a failed export, exit code 2: ${command} ${name} of ${json(content)}`, () => {
      const { status, stdout, stderr } = payscore([command, name], { cwd: folderWith({ [name]: content }) });
      assert.equal(status, 2);
      assert.match(stdout + stderr, /文件是空的/);
    });
  }

  for (const [name, content] of [
    ["orders.json", "[]"],
    ["orders.json", "\uFEFF[\n]\n"],
    ["orders.csv", `${HEADER}\r\n`],
    ["orders.csv", `${HEADER}\r\n,,,,\r\n`],
  ]) {
    test(`a file without orders says so, and is exit code 0, or 1 with --fail-on-empty: ${command} ${name} of ${json(content)}`, () => {
      const cwd = folderWith({ [name]: content });
      const { status, stdout } = payscore([command, name], { cwd });
      assert.equal(status, 0);
      assert.match(stdout, /没有订单/);
      assert.equal(payscore([command, name, "--fail-on-empty"], { cwd }).status, 1);
      assert.equal(payscore([command, name, "--fail-on-empty", "--fail-severity", "none", "--format", "json"], { cwd }).status, 1);
    });
  }
}

test("one empty file of several is exit code 2, and the others are checked", () => {
  const cwd = folderWith({ "a.ndjson": lines(good), "b.ndjson": "" });
  const { status, stdout } = payscore(["check", "a.ndjson", "b.ndjson", "--format", "json"], { cwd });
  const { files, orders } = JSON.parse(stdout);
  assert.deepEqual([status, orders, files[1].problem.code], [2, 1, "empty"]);
});

test("nothing behind a pipe, and no file, is exit code 2", () => {
  for (const args of [["check"], ["check", "-"], ["build"]]) {
    const { status, stdout, stderr } = payscore(args, { input: "" });
    assert.equal(status, 2);
    assert.match(stdout + stderr, /标准输入也是空的/);
  }
});

for (const [name, input, orders] of [
  ["lines", lines(good, good), 2],
  ["an array", json([good]), 1],
  ["a table", `${HEADER}\nD1,${IDS},就餐费用,40.00\n`, 1],
]) {
  test(`check and build read what comes through a pipe without being told: ${name}`, () => {
    const { status, stdout } = payscore(["check", "--format", "json"], { input });
    assert.deepEqual([status, JSON.parse(stdout).orders, JSON.parse(stdout).files[0].file], [0, orders, "stdin"]);
    assert.equal(JSON.parse(payscore(["build", "--format", "json", "--now", "none"], { input }).stdout).length, orders);
  });
}

const onWindows = process.platform === "win32" && "Windows has no such pipes";

test("a table through a pipe that has a name is read, twice as it must be", { skip: onWindows }, () => {
  const content = `${HEADER}\nD1,${IDS},就餐费用,40.00\nD2,${IDS},就餐费用,40.00\nD1,${IDS},酒水,1\n`;
  const cwd = folderWith({ "t.csv": content });
  const { stdout } = spawnSync("bash", ["-c", `"${process.execPath}" "${script}" check <(cat t.csv) --format json`], { cwd, encoding: "utf8" });
  const { files: [{ orders, found }] } = JSON.parse(stdout);
  assert.deepEqual([orders, found.map(({ line }) => line)], [2, [2, 4]]);
});

test("what comes through a pipe leaves nothing behind", { skip: onWindows }, () => {
  const folder = folderWith({ "t/.keep": "" });
  const input = `${HEADER}\nD1,${IDS},就餐费用,40.00\n`;
  assert.equal(payscore(["check"], { input, env: { TMPDIR: `${folder}/t` } }).status, 0);
  assert.deepEqual(readdirSync(`${folder}/t`), [".keep"]);
  const { stdout } = payscore(["check", "--format", "json"], { input, env: { TMPDIR: `${folder}/none` } });
  assert.match(JSON.parse(stdout).files[0].problem.message, /临时文件夹 .*none.*TMPDIR/);
});

test("standard input is read by one only", () => {
  for (const args of [["check", "-", "--created", "-"], ["check", "--created", "-"], ["build", "x.json", "--created", "-", "--previous", "-"]]) {
    const { status, stderr } = payscore(args, { input: "{}", cwd: folderWith({ "x.json": "{}" }) });
    assert.equal(status, 2);
    assert.match(stderr, /标准输入只能读取一次/);
  }
});

const inTerminal = (command) => spawnSync("script", ["-qec", command, "/dev/null"], { encoding: "utf8", input: "" });
const noTerminal = (process.platform !== "linux" || inTerminal("true").status !== 0) && "the command script, which makes a terminal, is not here";

test("at a terminal no file is wrong usage", { skip: noTerminal }, () => {
  const { status, stdout } = inTerminal(`"${process.execPath}" "${script}" check`);
  assert.equal(status, 2);
  assert.match(stdout, /没有指定文件/);
});

for (const [name, content, message] of [
  ["an answer of a backend", json({ code: 200, msg: "ok", rows: [good] }), /整个结果，订单在 rows 里.*jq -c '\.rows\[\]'/],
  ["the same, laid out", json({ code: 200, rows: [good] }, null, 2), /订单在 rows 里/],
  ["with the orders two steps down", json({ code: 0, data: { total: 1, list: [good] } }), /订单在 data\.list 里.*'\.data\.list\[\]'/],
  ["with one order", json({ success: true, data: good }), /订单在 data 里.*'\.data'/],
  ["one in each line", lines({ code: 200, data: good }, { code: 200, data: good }), /订单在 data 里/],
  ["a list of them", json([{ data: good }]), /订单在 data 里/],
  ["longer than what is looked at", json({ code: 200, rows: Array.from({ length: 500 }, () => good) }), /订单在 rows 里/],
  ["wrapped lines", lines({ order: good, created: {} }), /order 字段.*--wrapped/],
  ["wrapped lines without more", lines({ order: good }), /--wrapped/],
  ["wrapped items of an array", json([{ order: good, previous: null }]), /--wrapped/],
  ["a notification", json({ id: "1", event_type: "PAYSCORE.USER_PAID", resource: { ciphertext: "x", nonce: "y" } }), /加密的通知.*解密/],
  ["a composed request", json({ method: "POST", path: "/v3/payscore/serviceorder/1/complete", body: {} }), /组装好的请求.*completionBody/],
  ["what build told", lines({ file: "a", index: 0, ok: true, request: { body: {} }, issues: [] }), /组装好的请求/],
  ["a refusal", json({ code: "PARAM_ERROR", message: "参数错误" }), /payscore explain/],
]) {
  test(`another document is named in one sentence: ${name}`, () => {
    const { status, problem, found, totals } = checked(content, [], "orders.json");
    assert.deepEqual([status, found, totals.orders], [2, [], 0]);
    assert.match(problem.message, message);
    assert.equal(payscore(["build", "-"], { input: content }).status, 2);
  });
}

const TRADES = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额";
const FUNDS = "记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元)";

for (const [name, content, message] of [
  ["a trade bill", `\uFEFF${TRADES}\r\n\`2025-06-01 10:00:00,\`wx1\r\n`, /交易账单.*不是待提交的订单/],
  ["a trade bill of a later form", `${TRADES.replace("微信订单号", "微信支付订单号")}\n`, /交易账单/],
  ["a trade bill with backticks in its header", `${TRADES.split(",").map((name) => `\`${name}`).join(",")}\n`, /交易账单/],
  ["a fund bill", `${FUNDS}\n\`2025-06-01 10:00:00\n`, /资金账单/],
  ["a web page", "<html><table><tr><td>订单号</td></tr></table></html>", /网页/],
  ["a web page with what stands before it", '\uFEFF\n<!DOCTYPE html>\n<html lang="zh">', /网页/],
  ["a workbook of old", Buffer.from("d0cf11e0a1b11ae1000000000000", "hex"), /旧版 \.xls/],
  ["a compressed file", Buffer.from("1f8b0800000000000003", "hex"), /压缩文件/],
]) {
  test(`another table is named in one sentence: ${name}`, () => {
    for (const file of ["t.csv", "t.xls"]) {
      const { status, problem, found } = checked(content, [], file);
      assert.deepEqual([status, found], [2, []]);
      assert.match(problem.message, message);
    }
  });
}

for (const [name, content] of [
  ["one order", json(good)],
  ["lines", lines(good)],
  ["an array", json([good])],
]) {
  test(`--amount-unit yuan is refused by check for JSON, whose amounts are fen: ${name}`, () => {
    const { status, problem } = checked(content, ["--amount-unit", "yuan"], "orders.json");
    assert.equal(status, 2);
    assert.match(problem.message, /一律是分.*payscore build/);
    assert.equal(checked(content, ["--amount-unit", "fen"], "orders.json").status, 0);
  });
}

test("build says in which unit it read the drafts, and what they come to", () => {
  const { total_amount: _, ...draft } = good;
  const told = (...args) => payscore(["build", "-", "--now", "none", ...args], { input: lines(draft) }).stdout;
  assert.match(told(), /1 个请求已组装，共 40\.00 元.*按分读取/);
  assert.match(told("--amount-unit", "yuan"), /1 个请求已组装，共 4,?000\.00 元.*按元读取/);
  assert.match(payscore(["build", "-", "--locale", "en", "--now", "none"], { input: lines(draft) }).stdout, /1 request composed, 40\.00 yuan in all; 0 drafts with errors \(.* read as fen\)/);
});

test("a header that says the unit is not overruled", () => {
  const content = `${HEADER}\nD1,${IDS},就餐费用,40\n`;
  const { status, problem } = checked(content, ["--amount-unit", "fen"], "t.csv");
  assert.equal(status, 2);
  assert.match(problem.message, /“金额（元）”.*--amount-unit fen.*矛盾/);
});

test("the command alone shows its help, and is no success", () => {
  const { status, stdout, stderr } = payscore([]);
  assert.deepEqual([status, stderr], [2, ""]);
  assert.equal(stdout, payscore(["--help"]).stdout);
});
