import assert from "node:assert/strict";
import { test } from "node:test";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { buildCompleteRequest, industries, industryTemplate } from "payscore";
import { rules } from "payscore/rules";
import { entriesOf, folderWith, lines, payscore, running } from "./command.mjs";

const draft = {
  out_order_no: "DINNER-1",
  appid: "wxd678efh567hg6787",
  service_id: "00004000000000158201234567890123",
  post_payments: [{ name: "就餐费用", amount: "40.00" }],
  time_range: { end_time: "2025-06-01 19:30:00" },
};
const yuan = ["--amount-unit", "yuan"];

test("build composes what the package composes, one draft or many", () => {
  const { request } = buildCompleteRequest(draft, { amountUnit: "yuan" });
  for (const input of [JSON.stringify(draft), JSON.stringify(draft, null, 2), JSON.stringify([draft, draft]), lines(draft, draft)]) {
    const { stdout, status } = payscore(["build", "-", "--format", "json", ...yuan], { input });
    const entries = JSON.parse(stdout);
    assert.equal(status, 0);
    for (const entry of entries) assert.deepEqual(entry.request, JSON.parse(JSON.stringify(request)));
  }
});

test("build tells what keeps a draft from being composed, with line and column, and exits with 1", () => {
  const cwd = folderWith({ "drafts.ndjson": lines(draft, { ...draft, post_payments: [{ name: "甲", amount: "1.234" }] }) });
  const { stdout, status } = payscore(["build", "drafts.ndjson", "--format", "ndjson", ...yuan], { cwd });
  const [one, two] = entriesOf(stdout);
  assert.deepEqual([status, one.ok, two.ok, two.request], [1, true, false, undefined]);
  const [{ code, line, column }] = two.issues;
  assert.deepEqual([code, line, column], ["invalid_money", 2, lines({ ...draft, post_payments: [{ name: "甲", amount: "1.234" }] }).indexOf('"1.234"') + 1]);
});

test("build prints the request for people", () => {
  const { stdout } = payscore(["build", "-", ...yuan], { input: JSON.stringify(draft) });
  assert.match(stdout, /POST \/v3\/payscore\/serviceorder\/DINNER-1\/complete\n\{\n/);
  assert.match(stdout, /1 个请求已组装/);
});

test("build takes what is missing from --created", () => {
  const { post_payments, time_range, ...created } = draft;
  const cwd = folderWith({ "draft.json": JSON.stringify({ post_payments, time_range }), "created.json": JSON.stringify(created) });
  const { stdout } = payscore(["build", "draft.json", "--created", "created.json", "--format", "json", ...yuan], { cwd });
  const { request } = buildCompleteRequest(draft, { amountUnit: "yuan" });
  assert.equal(JSON.parse(stdout)[0].request.bodyText, request.bodyText);
});

const moved = { ...draft, time_range: { end_time: "2025-06-01 19:31:00" } };

test("--previous takes what build told before: a retry that says something else is named", () => {
  for (const format of ["ndjson", "json"]) {
    const cwd = folderWith({ "drafts.ndjson": lines(draft, { ...draft, out_order_no: "DINNER-2" }), "again.ndjson": lines(moved, { ...draft, out_order_no: "DINNER-2" }, { ...draft, out_order_no: "DINNER-3" }) });
    payscore(["build", "drafts.ndjson", "--format", format, "--output", "sent", ...yuan], { cwd });
    const { stdout } = payscore(["build", "again.ndjson", "--previous", "sent", "--format", "ndjson", ...yuan], { cwd });
    assert.deepEqual(entriesOf(stdout).map(({ issues }) => issues.map(({ code }) => code)), [["retry_differs"], [], []], format);
  }
});

test("--previous takes bodies with their numbers, and one body for all", () => {
  const { out_order_no, ...body } = { ...buildCompleteRequest(draft, { amountUnit: "yuan" }).request.body, out_order_no: "DINNER-1" };
  const order = { out_order_no, ...body, total_amount: 4000, time_range: { end_time: "20250601193100" } };
  const codes = (previous) => {
    const cwd = folderWith({ "o.ndjson": lines(order), "p.json": previous });
    const { stdout } = payscore(["check", "o.ndjson", "--previous", "p.json", "--format", "json"], { cwd });
    return JSON.parse(stdout).files[0].found.flatMap(({ issues }) => issues.map(({ code }) => code));
  };
  for (const previous of [lines({ out_order_no, ...body }, { out_order_no: "X", ...body }), JSON.stringify([{ out_order_no, body }]), JSON.stringify(body, null, 2), JSON.stringify({ request: { body } })]) {
    assert.deepEqual(codes(previous), ["retry_differs"], previous);
  }
  assert.deepEqual(codes(lines({ out_order_no, ...body, time_range: order.time_range }, { out_order_no: "X" })), []);
});

test("--created and --previous are read once, however they are laid out", () => {
  const created = Array.from({ length: 3000 }, (_, at) => ({ out_order_no: `D${at}`, risk_fund: { name: "DEPOSIT", amount: 1 + at }, remark: "餐\"\\".repeat(at % 9) }));
  const orders = created.map(({ out_order_no }) => ({ ...buildCompleteRequest(draft, { amountUnit: "yuan" }).request.body, out_order_no, time_range: undefined }));
  for (const text of [lines(...created), JSON.stringify(created), JSON.stringify(created, null, 2)]) {
    const cwd = folderWith({ "o.ndjson": lines(...orders), "c.json": text });
    const { stdout, stderr } = payscore(["check", "o.ndjson", "--created", "c.json", "--format", "json", "--max-issues", "all"], { cwd });
    assert.deepEqual([JSON.parse(stdout).codes, stderr], [{ exceeds_risk_fund: 3000, end_time_required: 3000 }, ""]);
  }
});

for (const [name, text, message] of [
  ["an envelope", JSON.stringify({ code: 200, rows: [{ out_order_no: "1" }] }), /--created c\.json .*订单在 rows 里/],
  ["empty", "", /--created c\.json .*空的/],
  ["a workbook", Buffer.from("504b0304", "hex"), /--created c\.json .*JSON 或 NDJSON，不能用表格/],
  ["without a number", JSON.stringify([{ out_order_no: "1" }, {}]), /--created c\.json:1:23 .*没有 out_order_no/],
  ["no object", "[1]", /--created c\.json:1:2 .*JSON 对象/],
]) {
  test(`what --created cannot be is named: ${name}`, () => {
    const { status, stderr } = payscore(["check", "o.ndjson", "--created", "c.json"], { cwd: folderWith({ "o.ndjson": lines(draft), "c.json": text }) });
    assert.equal(status, 2);
    assert.match(stderr, message);
  });
}

for (const [format, input, place, ready] of [
  ["json", '{\n  "out_order_no": }', "2:19", 0],
  ["json", `[${JSON.stringify(draft)},\n{"out_order_no": }, ${JSON.stringify(draft)}]`, "2:18", 1],
  ["json", `[${JSON.stringify(draft)}`, `1:${JSON.stringify(draft).length + 2}`, 1],
  ["json", `[${JSON.stringify(draft)},]`, `1:${JSON.stringify(draft).length + 3}`, 1],
  ["json", `[${JSON.stringify(draft)}]]`, `1:${JSON.stringify(draft).length + 3}`, 1],
  ["ndjson", lines(draft, "{x}", draft), "2:2", 2],
  ["ndjson", Buffer.concat([Buffer.from(lines(draft)), Buffer.from([0x22, 0xff, 0x22, 0x0a]), Buffer.from(lines(draft))]), "2:2", 2],
]) {
  test(`build tells where ${format} is broken, composes what can be read, and exits with 2: ${input}`, () => {
    const { stdout, status } = payscore(["build", "-", "--input-format", format, "--format", "ndjson", ...yuan], { input });
    const entries = entriesOf(stdout);
    const [{ issues }] = entries.filter(({ ok }) => !ok);
    const [{ code, line, column, message }] = issues;
    assert.deepEqual([status, code, `${line}:${column}`, entries.filter(({ ok }) => ok).length], [2, "invalid_json", place, ready]);
    assert.ok(message.includes(`第 ${line} 行第 ${column} 列`), message);
    assert.deepEqual(payscore(["check", "-", "--input-format", format, "--format", "ndjson", "--now", "none"], { input }).stdout.includes(message), true);
  });
}

test("explain takes a message, an answer, a file and standard input", () => {
  const answer = JSON.stringify({ code: "INVALID_REQUEST", message: "订单重入参数校验失败" });
  const cwd = folderWith({ "answer.json": answer });
  for (const [args, input] of [[["订单重入参数校验失败"]], [[answer]], [["answer.json"]], [["-"], answer], [[], answer]]) {
    const { stdout, status } = payscore(["explain", ...args, "--format", "json"], { cwd, input });
    assert.deepEqual([status, JSON.parse(stdout).rule], [0, "retry_differs"], args.join(" "));
  }
  assert.match(payscore(["explain", "订单重入参数校验失败"]).stdout, /重试.*\n.*retry_differs/);
});

test("explain tells of a rule what its page tells", () => {
  for (const { code, meaning, remedy, example } of rules) {
    const { stdout, status } = payscore(["explain", code]);
    assert.equal(status, 0, code);
    for (const words of [meaning, remedy, example.issue.message]) assert.ok(stdout.includes(words["zh-CN"]), `${code}: ${words["zh-CN"]}`);
    assert.ok(stdout.includes(example.issue.source["zh-CN"]), code);
  }
  const { meaning } = rules.find(({ code }) => code === "total_mismatch");
  assert.match(payscore(["explain", "total_mismatch", "--locale", "en"]).stdout, new RegExp(meaning.en));
  assert.equal(JSON.parse(payscore(["explain", "total_mismatch", "--format", "json"]).stdout).code, "total_mismatch");
});

test("explain says what it does not know, and exits with 1", () => {
  const unknown = payscore(["explain", "某种全新的说法"]);
  assert.deepEqual([unknown.status, unknown.stdout.split("。")[0]], [1, "未收录的返回，含义不明"]);
  assert.equal(JSON.parse(payscore(["explain", "SOMETHING_NEW", "--format", "json"]).stdout).matched, null);
  assert.deepEqual(payscore(["explain", "total_mismach"]), { status: 1, stdout: "", stderr: "没有规则 total_mismach，是否要用 total_mismatch？\n" });
  for (const tag of ["en", "en-GB", "EN_us"]) assert.equal(payscore(["explain", "no_such_thing", "--locale", tag]).stderr, "There is no rule no_such_thing.\n");
  for (const tag of ["zh", "zh-Hant-TW"]) assert.equal(payscore(["explain", "no_such_thing", "--locale", tag]).stderr, payscore(["explain", "no_such_thing"]).stderr);
  assert.match(payscore(["explain", "no_such_thing", "--locale", "ja-JP"]).stderr, /ja-JP.*语言标签/);
});

test("explain takes a mistyped file name for no refusal", () => {
  for (const name of ["answr.json", "订单.txt", "./answer", "../logs/answer.log", "/tmp/no/such/answer"]) {
    assert.deepEqual(payscore(["explain", name]), { status: 2, stdout: "", stderr: `${name} 文件不存在。\n` });
  }
  for (const refusal of ["risk_fund.amount 有误", "输入源“/body/name”映射到值字段“名称”字符串规则校验失败，字节数37，大于最大值32"]) {
    assert.notEqual(payscore(["explain", refusal]).status, 2, refusal);
  }
});

test("industries lists them, shows one, and prints its blank items", () => {
  const all = payscore(["industries"]).stdout;
  for (const { id, label } of industries) assert.match(all, new RegExp(`^${id} +${label["zh-CN"].replace(/[()]/g, "\\$&")}$`, "m"));
  assert.deepEqual(JSON.parse(payscore(["industries", "--format", "json"]).stdout).map(({ id }) => id), industries.map(({ id }) => id));
  assert.match(payscore(["industries", "hotel"]).stdout, /酒店房费/);
  assert.deepEqual(JSON.parse(payscore(["industries", "hotel", "--template"]).stdout), industryTemplate("hotel"));
  const unknown = payscore(["industries", "bakery"]);
  assert.equal(unknown.status, 2);
  assert.match(unknown.stderr, /没有行业 bakery.*hotel/);
});

test("schema prints the published schema", () => {
  const published = (name) => JSON.parse(readFileSync(createRequire(import.meta.url).resolve(`payscore/${name}`), "utf8"));
  assert.deepEqual(JSON.parse(payscore(["schema"]).stdout), published("schema.json"));
  assert.deepEqual(JSON.parse(payscore(["schema", "--draft", "07"]).stdout), published("schema.draft-07.json"));
});

test("diff tells what differs and exits with 1 if anything does", () => {
  const cwd = folderWith({ "a.json": '{"a": 1, "b": [1]}', "b.json": '{"b": [2], "c": 3}', "same.json": '{"b": [1],\n"a": 1}', "bad.json": '{"a": 1,\n}' });
  const { stdout, status } = payscore(["diff", "a.json", "b.json"], { cwd });
  assert.equal(status, 1);
  assert.deepEqual(stdout.trimEnd().split("\n").sort(), ["+ 新增  /c  3", "- 删除  /a  1", "~ 改动  /b/0  1 → 2"].sort());
  assert.equal(payscore(["diff", "a.json", "same.json"], { cwd }).status, 0);
  assert.equal(JSON.parse(payscore(["diff", "a.json", "b.json", "--format", "json"], { cwd }).stdout).length, 3);
  const bad = payscore(["diff", "a.json", "bad.json"], { cwd });
  assert.equal(bad.status, 2);
  assert.match(bad.stderr, /bad\.json:2:1 /);
});

test("explain tells of the rules of files too", () => {
  const { status, stdout } = payscore(["explain", "csv_rows_apart"]);
  assert.equal(status, 0);
  assert.match(stdout, /同一订单的各行不相邻.*按订单号排序.*payscore check orders\.csv/s);
  assert.match(payscore(["explain", "duplicate_oder"]).stderr, /duplicate_order/);
});

test("help and version exit with 0", () => {
  for (const args of [["--help"], ["help"], ["check", "--help"], ["--version"]]) {
    const { status, stdout, stderr } = payscore(args);
    assert.deepEqual([status, stderr], [0, ""], args.join(" "));
    assert.notEqual(stdout, "");
  }
});

for (const [args, anchor, title] of [
  [[], "", "完结支付分订单"],
  [["total_mismatch", "--locale", "en"], "#rules/total_mismatch", "Check and compose"],
]) {
  test(`docs ${args.join(" ")}: the documents of the package, served to this machine`, async () => {
    const child = running(["docs", "--port", "0", ...args]);
    try {
      const [address] = String((await once(child.stdout, "data"))[0]).match(/http:\S+/);
      assert.equal(new URL(address).hash, anchor);
      const response = await fetch(address);
      assert.match(response.headers.get("content-security-policy"), /default-src 'none'/);
      const html = await response.text();
      assert.match(html, new RegExp(title));
      assert.ok(html.includes('<section id="rules/total_mismatch">'));
    } finally {
      child.kill();
    }
  });
}

test("docs of a page that is not there says which are", () => {
  const { stderr, status } = payscore(["docs", "totl"]);
  assert.equal(status, 2);
  assert.match(stderr, /totl.*recipes\/antd/);
});
