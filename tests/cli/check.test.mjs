import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { checked, folderWith, lines, order, payscore, script, told } from "./command.mjs";

const good = order();
const wrong = order({ out_order_no: "DINNER-2", total_amount: 3900 });
const doubtful = order({ out_order_no: "DINNER-3", service_id: "500001" });

for (const [name, args, content, status] of [
  ["nothing is found", [], lines(good), 0],
  ["an error is found", [], lines(good, wrong), 1],
  ["only warnings are found", [], lines(doubtful), 0],
  ["warnings are found, and are the threshold", ["--fail-severity", "warning"], lines(doubtful), 1],
  ["errors are found, and there is no threshold", ["--fail-severity", "none"], lines(wrong), 0],
  ["a line is no JSON", ["--fail-severity", "none"], lines(good, '{"out_order_no": '), 2],
]) {
  test(`the exit code is ${status} when ${name}`, () => {
    assert.equal(checked(content, args).status, status);
  });
}

for (const [args, message] of [
  [["check", "--jobs", "0"], /--jobs.*正整数/],
  [["build", "--operation", "refund"], /--operation.*refund.*complete/],
  [["check", "x.json", "--formt", "json"], /没有选项 --formt，是否要用 --format？/],
  [["check", "x.json", "--format", "xml"], /--format.*xml.*pretty, json, ndjson, github, sarif, junit/],
  [["check", "x.json", "--industry", "bakery"], /--industry.*bakery.*hotel/],
  [["check", "x.json", "--now", "tomorrow"], /--now/],
  [["check", "x.json", "--max-issues", "0"], /--max-issues.*正整数/],
  [["check", "x.json", "--created", "nowhere.json"], /--created nowhere\.json.*不存在/],
  [["check", "*.nothing"], /没有与 \*\.nothing 匹配的文件/],
  [["check", "-", "-"], /标准输入只能读取一次/],
  [["check", "x.json", "--wrapped", "--created", "x.json"], /--wrapped.*--created.*不能同时使用/],
  [["check", "x.json", "--wrapped", "--previous", "x.json"], /--wrapped.*--previous.*不能同时使用/],
  [["chek"], /没有命令 chek，是否要用 check？/],
]) {
  test(`wrong usage is named on standard error with exit code 2: payscore ${args.join(" ")}`, () => {
    const { status, stdout, stderr } = payscore(args, { cwd: folderWith({ "x.json": "{}" }) });
    assert.equal(status, 2);
    assert.equal(stdout, "");
    assert.match(stderr, message);
  });
}

test("a finding stands where its value starts, or where what lacks it starts", () => {
  const content = '{"appid":"wx1","out_order_no":"甲乙","service_id":"00004000000000158201234567890123",\n"post_payments":[{"name":"😀"},\n  {"amount":1}],"total_amount": 1}';
  const { issues } = checked(content, [], "order.json");
  assert.deepEqual(issues.filter(({ severity }) => severity === "error").map(told), [
    "1:31 invalid_characters /out_order_no",
    "2:26 invalid_characters /post_payments/0/name",
    "3:3 required /post_payments/1/name",
  ]);
});

test("a line that is no JSON is told with its place, and the next ones are checked", () => {
  const { issues, totals } = checked(lines(good, '{"out_order_no": nil}', wrong));
  assert.deepEqual(issues.map(told), ["2:19 invalid_json ", `3:${JSON.stringify(wrong).indexOf("3900}") + 1} total_mismatch /total_amount`]);
  assert.equal(totals.orders, 3);
  assert.equal(totals.invalid, 2);
});

test("all shapes of JSON are read: an order, laid out or not, an array, lines with CRLF, a BOM and blank ones", () => {
  for (const [name, content] of [
    ["order.json", JSON.stringify(wrong)],
    ["order.json", JSON.stringify(wrong, null, 2)],
    ["order.json", `\uFEFF${JSON.stringify([wrong], null, 2)}`],
    ["orders.txt", JSON.stringify([wrong])],
    ["orders.json", lines(wrong)],
    ["orders.jsonl", `\uFEFF\r\n${JSON.stringify(wrong)}\r\n\r\n`],
  ]) {
    const { totals, issues } = checked(content, [], name);
    assert.deepEqual([totals.orders, ...issues.map(({ code }) => code)], [1, "total_mismatch"], content);
  }
});

test("- is standard input", () => {
  for (const content of [lines(good, wrong), JSON.stringify([good, wrong]), JSON.stringify([good, wrong], null, 2)]) {
    const { status, stdout } = payscore(["check", "-", "--format", "json"], { input: content });
    const { files, orders } = JSON.parse(stdout);
    assert.deepEqual([status, orders, files[0].file, files[0].found[0].out_order_no], [1, 2, "stdin", "DINNER-2"]);
  }
});

test("patterns are spread out, a file is checked once, and a name with brackets is a name", () => {
  const cwd = folderWith({ "a/1.ndjson": lines(good), "a/b/2.ndjson": lines(good), "a/3.txt": "", "[x].ndjson": lines(good) });
  const { stdout } = payscore(["check", "a/**/*.ndjson", "a/1.ndjson", "[x].ndjson", "--format", "json"], { cwd });
  assert.deepEqual(JSON.parse(stdout).files.map(({ file }) => file), ["a/1.ndjson", "a/b/2.ndjson", "[x].ndjson"]);
});

test("a file that cannot be read is told in the results, the others are checked, and the exit code is 2", () => {
  const cwd = folderWith({ "good.ndjson": lines(good), "folder/x.json": "", "book.xlsx": "PK\u0003\u0004", "wide.json": Buffer.from("\uFEFF{}", "utf16le") });
  const { status, stdout } = payscore(["check", "none.json", "folder", "book.xlsx", "wide.json", "good.ndjson", "--format", "json"], { cwd });
  const { files, orders } = JSON.parse(stdout);
  assert.equal(status, 2);
  assert.equal(orders, 1);
  const problems = [/不存在/, /文件夹.*folder\/\*\*/, /工作簿已损坏/, /UTF-16/];
  for (const [index, problem] of problems.entries()) assert.match(files[index].problem.message, problem);
  assert.equal(files[4].problem, undefined);
});

test("a file that may not be read is told so", { skip: process.getuid?.() === 0 && "root may read all files" }, () => {
  const cwd = folderWith({ "secret.json": "{}" });
  chmodSync(join(cwd, "secret.json"), 0);
  const { stdout, status } = payscore(["check", "secret.json"], { cwd });
  assert.equal(status, 2);
  assert.match(stdout, /没有读取权限/);
});

test("--max-issues bounds what is listed, over all files, and not the counts", () => {
  const cwd = folderWith({ "1.ndjson": lines(wrong, wrong), "2.ndjson": lines(wrong, wrong) });
  const run = (max) => JSON.parse(payscore(["check", "1.ndjson", "2.ndjson", "--format", "json", "--max-issues", max], { cwd }).stdout);
  const listed = ({ files }) => files.map(({ found }) => found.length);
  assert.deepEqual([listed(run("3")), run("3").truncated, run("3").errors], [[2, 1], true, 4]);
  assert.deepEqual([listed(run("2")), run("2").truncated, run("2").errors], [[2, 0], true, 4]);
  assert.deepEqual([listed(run("all")), run("all").truncated], [[2, 2], false]);
});

test("bad JSON is exit code 2 also where --max-issues lets nothing of it through", () => {
  assert.equal(checked(lines(wrong, "{x}"), ["--max-issues", "1", "--fail-severity", "none"]).status, 2);
});

test("--output writes to a file and nothing to standard output", () => {
  const cwd = folderWith({ "orders.ndjson": lines(wrong) });
  const { status, stdout } = payscore(["check", "orders.ndjson", "--format", "json", "--output", "report.json"], { cwd });
  assert.deepEqual([status, stdout], [1, ""]);
  assert.equal(JSON.parse(readFileSync(join(cwd, "report.json"), "utf8")).errors, 1);
});

test("an --output that cannot be written is an error, before anything is read", () => {
  const { status, stderr } = payscore(["check", "-", "--output", "no/such/folder/report.json"], { input: lines(good) });
  assert.equal(status, 2);
  assert.match(stderr, /无法写入 no\/such\/folder\/report\.json：文件或文件夹不存在。/);
});

test("the options of a check reach the rules", () => {
  const codes = (content, ...args) => checked(content, args).issues.map(({ code }) => code);
  assert.deepEqual(codes(lines(order({ time_range: { end_time: "20300101000000" } })), "--now", "none"), []);
  assert.deepEqual(codes(lines(order({ time_range: { end_time: "20300101000000" } })), "--now", "2029-12-31T00:00:00+08:00"), ["end_time_in_future"]);
  assert.deepEqual(codes(lines(good), "--industry", "hotel").slice(0, 1), ["industry_item_missing"]);
  assert.deepEqual(codes(lines(good), "--mode", "partner").includes("required"), true);
  assert.deepEqual(codes(lines(good), "--kind", "completionBody"), ["path_parameter_in_body"]);
  assert.deepEqual(codes(lines(good), "--service-risk-limit", "3999"), ["exceeds_service_limit"]);
});

const noFullDevice = process.platform !== "linux" && "only Linux has /dev/full";

test("a full disk is told, and is exit code 2", { skip: noFullDevice }, () => {
  const input = lines(...Array.from({ length: 3000 }, () => wrong));
  for (const args of [["check", "-", "--max-issues", "all"], ["build", "-"]]) {
    const { status, stderr } = payscore([...args, "--output", "/dev/full"], { input });
    assert.deepEqual([status, stderr], [2, "用法错误：无法写入 /dev/full：磁盘已满。\n"]);
    const { status: ofShell, stderr: told } = spawnSync(`"${process.execPath}" "${script}" ${args.join(" ")} > /dev/full`, { shell: true, input, encoding: "utf8" });
    assert.deepEqual([ofShell, told], [2, "无法写入 标准输出：磁盘已满。\n"]);
  }
});

const HEADER = "订单号,appid,服务ID,名称,金额（元）";
const several = {
  "orders.ndjson": lines(wrong, wrong, "{oops", doubtful),
  "one.ndjson": lines(wrong),
  "array.json": "[{}, 1",
  "empty.json": "",
  "none.csv": `${HEADER}\n`,
  "unknown.csv": `${HEADER},备注信息\nD1,a,b,c,¥1,x\n`,
  "bill.csv": "交易时间,交易状态,微信订单号\n",
  "envelope.json": JSON.stringify({ data: { rows: [good] } }),
  "wrapped.json": JSON.stringify({ order: good }),
  "drafts.ndjson": lines({ ...good, total_amount: undefined }, { ...good, total_amount: 1 }),
};
const runs = [
  [],
  ["--help"],
  ["help", "check"],
  ["chek"],
  ["check", "--formt", "x"],
  ["check", "--format", "xml", "x"],
  ["check", "--jobs", "x", "x"],
  ["check", "--max-issues", "x", "x"],
  ["check", "--now", "tomorrow", "one.ndjson"],
  ["check", "-", "-"],
  ["check", "*.nothing"],
  ["check", ...Object.keys(several)],
  ["check", "none.json", "."],
  ["check", "one.ndjson", "--format", "github"],
  ["check", "one.ndjson", "--format", "junit"],
  ["check", "one.ndjson", "--amount-unit", "yuan"],
  ["check", "one.ndjson", "--output", "no/such/folder"],
  ["check", "unknown.csv", "--kind", "serviceOrder"],
  ["check", "one.ndjson", "--created", "none.json"],
  ["check", "drafts.ndjson", "--created", "orders.ndjson"],
  ["check", "one.ndjson", "--created", "created.json"],
  ["build", "drafts.ndjson"],
  ["build", ...Object.keys(several)],
  ["build", "--help"],
  ["explain", "订单重入参数校验失败"],
  ["industries"],
  ["industries", "bakery"],
  ["industries", "hotel"],
  ["diff", "one.ndjson"],
  ["diff", "one.ndjson", "one.ndjson"],
  ["diff", "one.ndjson", "orders.ndjson"],
  ["diff", "-", "-"],
  ["schema", "--help"],
];

test("--locale en is English throughout, without “1 orders”", () => {
  const cwd = folderWith({ ...several, "created.json": lines({ ...good, out_order_no: "X" }, { ...good, out_order_no: "Y" }) });
  for (const args of runs) {
    const { stdout, stderr } = payscore([...args, "--locale", "en"], { cwd });
    // Names of columns, items and industries are Chinese in either language; sentences are not.
    assert.doesNotMatch(stdout + stderr, /[。；]|[\u4e00-\u9fff]，|订单：|错误|警告|用法|文件|读取/, args.join(" "));
    assert.doesNotMatch(stdout + stderr, /(^|[^\d,.])1 (orders|errors|warnings|drafts|requests|seconds)\b/, args.join(" "));
  }
});

test("Chinese is Chinese throughout: no word of the system or of a library", () => {
  const cwd = folderWith({ ...several, "created.json": lines({ ...good, out_order_no: "X" }, { ...good, out_order_no: "Y" }) });
  for (const args of runs) {
    const { stdout, stderr } = payscore(args, { cwd });
    assert.doesNotMatch(stdout + stderr, /\b(ENOENT|EISDIR|no such file|error:|Error|Usage|Options|Commands|Arguments|default|choices|\[options\]|\[command\]|Did you mean|argument|unexpected)\b/, args.join(" "));
  }
});

const created = (number, risk) => ({ out_order_no: number, risk_fund: { name: "DEPOSIT", amount: risk }, time_range: { start_time: "20250101", end_time: "20250102" } });

for (const [name, content] of [
  ["an array", JSON.stringify([created("DINNER-1", 5000), created("DINNER-2", 100)])],
  ["lines", lines(created("DINNER-1", 5000), created("DINNER-2", 100))],
]) {
  test(`--created matches by order number: ${name}`, () => {
    const cwd = folderWith({ "orders.ndjson": lines(good, order({ out_order_no: "DINNER-2" }), order({ out_order_no: "DINNER-9" })), "created.json": content });
    const { stdout, stderr } = payscore(["check", "orders.ndjson", "--created", "created.json", "--format", "ndjson"], { cwd });
    const [found] = stdout.trim().split("\n").map((line) => JSON.parse(line));
    assert.deepEqual([found.out_order_no, found.issues.map(({ code }) => code)], ["DINNER-2", ["exceeds_risk_fund"]]);
    assert.match(stderr, /有 1 个订单在 --created 文件中找不到/);
  });
}

test("--created with one order is that of every order", () => {
  const cwd = folderWith({ "body.json": JSON.stringify(order({ out_order_no: undefined })), "created.json": JSON.stringify(created("DINNER-1", 100), null, 2) });
  const { stdout } = payscore(["check", "body.json", "--kind", "completionBody", "--created", "created.json"], { cwd });
  assert.match(stdout, /exceeds_risk_fund/);
});

test("--wrapped takes the created order and an earlier body from beside each order", () => {
  const content = lines({ order: good, created: created("DINNER-1", 100) }, { order: order({ out_order_no: "DINNER-2" }), previous: { total_amount: 1 } }, { order: good });
  const found = checked(content, ["--wrapped"]).found.map(({ out_order_no, issues }) => [out_order_no, issues.map(({ code }) => code)]);
  assert.deepEqual(found, [["DINNER-1", ["exceeds_risk_fund"]], ["DINNER-2", ["retry_differs"]]]);
});

test("bad JSON in --created is told with line and column", () => {
  const cwd = folderWith({ "orders.ndjson": lines(good), "created.json": '[\n  {"out_order_no": "1",}\n]' });
  const { status, stderr } = payscore(["check", "orders.ndjson", "--created", "created.json"], { cwd });
  assert.equal(status, 2);
  assert.match(stderr, /--created created\.json:2:24 /);
});
