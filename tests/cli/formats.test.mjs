import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import Ajv from "ajv";
import { parse as parseJunit } from "junit2json";
import { rules } from "payscore";
import { SaxesParser } from "saxes";
import { folderWith, lines, order, payscore } from "./command.mjs";

const name = "订单, 100%: <a&b>.ndjson";
const number = `A"<&'>,:%0A`;
const wrong = order({ out_order_no: number, total_amount: 3900, service_id: "500001" });
const cwd = folderWith({ [name]: lines(order(), wrong), "good.ndjson": lines(order()) });
const expected = ["invalid_characters", "service_id_format", "total_mismatch"];
const columnOf = (text) => JSON.stringify(wrong).indexOf(text) + 1;

const report = (format, ...files) => payscore(["check", ...(files.length > 0 ? files : [name, "good.ndjson", "none.json"]), "--format", format], { cwd }).stdout;

test("json is one document", () => {
  const { files, ...totals } = JSON.parse(report("json"));
  assert.deepEqual(totals, { orders: 3, valid: 2, invalid: 1, errors: 2, warnings: 1, bytes: files[0].bytes + files[1].bytes, codes: { invalid_characters: 1, service_id_format: 1, total_mismatch: 1 }, truncated: false, interrupted: false });
  assert.deepEqual(files.map(({ file, found }) => [file, found.flatMap(({ issues }) => issues.map(({ code }) => code))]), [
    [name, expected],
    ["good.ndjson", []],
    ["none.json", []],
  ]);
  const [{ found: [{ out_order_no, index, line, column, issues }] }] = files;
  assert.deepEqual([out_order_no, index, line, column], [number, 1, 2, 1]);
  assert.deepEqual(issues.map(({ line, column }) => [line, column]), [[2, columnOf('"A')], [2, columnOf('"500001"')], [2, columnOf("3900}")]]);
});

test("ndjson is a line for each order with findings, and one of totals", () => {
  const [found, { summary }, ...others] = report("ndjson").trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.deepEqual([found.file, found.issues.map(({ code }) => code), others], [name, expected, []]);
  assert.deepEqual([summary.orders, summary.valid, summary.invalid, summary.errors, summary.warnings], [3, 2, 1, 2, 1]);
});

test("pretty names the file, the place, the rule and the totals", () => {
  const text = report("pretty");
  assert.ok(text.startsWith(`${name}\n`));
  assert.match(text, new RegExp(`2:${columnOf("3900}")} +错误 +总金额应为 40\\.00 元`));
  assert.match(text, /service_id_format {2}\/service_id/);
  assert.match(text, /none\.json\n {2}无法读取 {2}文件不存在/);
  assert.match(text, /共 3 个订单：2 个通过，1 个有错误；2 个错误，1 个警告/);
});

test("pretty lets no control character of the file through", () => {
  const { stdout } = payscore(["check", "-"], { input: lines(order({ out_order_no: "\u001b[31m\u202e" })) });
  assert.doesNotMatch(stdout, /[\u001b\u202e]/);
});

/** Reads a workflow command as the runner of GitHub Actions does. */
function workflowCommand(line) {
  const [, command, properties, message] = line.match(/^::(\w+)(?: ([^:]*))?::(.*)$/) ?? assert.fail(line);
  const data = (text) => text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
  const property = (text) => data(text.replaceAll("%3A", ":").replaceAll("%2C", ","));
  const pairs = (properties ?? "").split(",").map((pair) => pair.match(/^(\w+)=(.+)$/) ?? assert.fail(line));
  return { command, message: data(message), ...Object.fromEntries(pairs.map(([, key, value]) => [key, property(value)])) };
}

test("github is workflow commands", () => {
  const commands = report("github").trimEnd().split("\n").map(workflowCommand);
  assert.deepEqual(commands.map(({ command }) => command), ["error", "warning", "error", "error", "notice"]);
  const [, , mismatch, unreadable] = commands;
  assert.deepEqual([mismatch.file, mismatch.line, mismatch.col, mismatch.title], [name, "2", String(columnOf("3900}")), `total_mismatch ${number}`]);
  assert.match(mismatch.message, /^总金额应为 40\.00 元/);
  assert.deepEqual([unreadable.file, unreadable.line], ["none.json", undefined]);
});

test("sarif is valid by the schema of SARIF 2.1.0", () => {
  const schemaFile = createRequire(import.meta.url).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(schemaFile, "utf8"));
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
  for (const log of [report("sarif"), report("sarif", "good.ndjson")].map((text) => JSON.parse(text))) {
    assert.ok(validate(log), JSON.stringify(validate.errors));
  }
});

test("sarif says of each result its rule, its level and its place", () => {
  const { runs: [run] } = JSON.parse(report("sarif"));
  const described = new Map(run.tool.driver.rules.map((rule) => [rule.id, rule]));
  for (const { code, meaning } of rules) assert.equal(described.get(code).shortDescription.text, meaning["zh-CN"]);
  const results = run.results.map(({ ruleId, ruleIndex, level, locations: [{ physicalLocation }] }) => {
    assert.equal(run.tool.driver.rules[ruleIndex].id, ruleId);
    return [ruleId, level, decodeURIComponent(physicalLocation.artifactLocation.uri), physicalLocation.region];
  });
  assert.deepEqual(results, [
    ["invalid_characters", "error", name, { startLine: 2, startColumn: columnOf('"A') }],
    ["service_id_format", "warning", name, { startLine: 2, startColumn: columnOf('"500001"') }],
    ["total_mismatch", "error", name, { startLine: 2, startColumn: columnOf("3900}") }],
  ]);
  assert.equal(run.columnKind, "unicodeCodePoints");
  const [{ executionSuccessful, toolExecutionNotifications }] = run.invocations;
  assert.equal(executionSuccessful, false);
  assert.equal(toolExecutionNotifications.length, 1);
});

test("junit is well-formed XML of suites with cases that failed, passed or could not be run", async () => {
  const xml = report("junit");
  new SaxesParser().write(xml).close();
  const { name: title, testsuite: suites, ...totals } = await parseJunit(xml);
  assert.deepEqual([title, totals], ["payscore", { tests: 4, failures: 1, errors: 1 }]);
  assert.deepEqual(suites.map((suite) => suite.name), [name, "good.ndjson", "none.json"]);
  const [[failed], [passed], [unread]] = suites.map(({ testcase }) => testcase);
  assert.deepEqual([failed.name, failed.failure[0].type], [number, "invalid_characters"]);
  assert.match(failed.failure[0].inner, /total_mismatch \/total_amount 总金额应为/);
  assert.match(failed["system-out"][0], /service_id_format/);
  assert.deepEqual([passed.failure, passed.error], [undefined, undefined]);
  assert.match(unread.error[0].message, /文件不存在/);
});

test("junit keeps to characters that XML has", async () => {
  const { stdout } = payscore(["check", "-", "--format", "junit"], { input: lines(order({ out_order_no: "\u0000\u001b\ud800\uffff]]>" })) });
  new SaxesParser().write(stdout).close();
  await parseJunit(stdout);
});

const many = Array.from({ length: 250 }, (_, at) => order({ out_order_no: `D${at}`, ...(at % 2 === 0 ? { total_amount: 1 } : { service_id: "5" }), ...(at < 3 && { foo: 1 }) }));

test("pretty ends with a tally, the most frequent first", () => {
  const { stdout } = payscore(["check", "-"], { input: lines(...many) });
  assert.match(stdout, /各规则的问题数：\n {2}125 {2}total_mismatch\n {2}125 {2}service_id_format\n {4}3 {2}unknown_field\n$/);
  const built = payscore(["build", "-", "--now", "none"], { input: lines(...many) }).stdout;
  assert.match(built, /各规则的问题数：\n {2}125 {2}total_mismatch\n/);
});

test("the tally counts what --max-issues does not list", () => {
  const args = ["check", "-", "--max-issues", "10"];
  assert.match(payscore(args, { input: lines(...many) }).stdout, /125 {2}total_mismatch/);
  const expected = { total_mismatch: 125, service_id_format: 125, unknown_field: 3 };
  assert.deepEqual(JSON.parse(payscore([...args, "--format", "json"], { input: lines(...many) }).stdout).codes, expected);
  const { summary } = JSON.parse(payscore([...args, "--format", "ndjson"], { input: lines(...many) }).stdout.trimEnd().split("\n").at(-1));
  assert.deepEqual(summary.codes, expected);
  assert.match(payscore([...args, "--format", "github"], { input: lines(...many) }).stdout, /::notice .*125 total_mismatch%0A125 service_id_format/);
});

test("a glance at two issues needs no tally", () => {
  assert.doesNotMatch(payscore(["check", "-"], { input: lines(order({ total_amount: 1 })) }).stdout, /各规则/);
});

for (const [name, input, args, counts, listed] of [
  ["all sound", lines(...Array.from({ length: 3000 }, (_, at) => order({ out_order_no: `D${at}` }))), [], { tests: 3000, failures: 0 }, ["共 3,000 个订单：3,000 个通过，0 个有错误；0 个错误，0 个警告"]],
  ["some wrong", lines(...many), ["--max-issues", "all"], { tests: 250, failures: 125 }, null],
  ["not all listed", lines(...many), ["--max-issues", "4"], { tests: 250, failures: 125 }, ["D0", "D1", "另有 124 个订单有错误，没有列出", "其余 124 个订单没有问题"]],
  ["some sound", lines(...many, ...Array.from({ length: 1000 }, (_, at) => order({ out_order_no: `E${at}` }))), ["--max-issues", "all"], { tests: 1250, failures: 125 }, null],
]) {
  test(`junit counts every order, and lists those with issues: ${name}`, async () => {
    const { stdout } = payscore(["check", "-", "--format", "junit", ...args], { input });
    const { tests, failures, testsuite: [suite] } = await parseJunit(stdout);
    assert.deepEqual([{ tests, failures }, { tests: suite.tests, failures: suite.failures }], [counts, counts]);
    if (listed) assert.deepEqual(suite.testcase.map(({ name }) => name), listed);
    else assert.equal(suite.testcase.filter(({ failure }) => failure).length, counts.failures);
  });
}
