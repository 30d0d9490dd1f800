import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { checked, entriesOf, folderWith, payscore, told } from "./command.mjs";
import { sheetXml, workbook, workbookFiles, zipped } from "./workbook.mjs";

const HEADER = ["商户服务订单号", "appid", "服务ID", "项目类型", "项目名称", "金额（元）", "数量", "结束时间"];
const IDS = ["wxd678efh567hg6787", "00004000000000158201234567890123"];
const row = (number, ...rest) => [number, ...IDS, ...rest];
const good = row("D1", "付费", "就餐费用", 40, 1, "2025-06-01 19:30:00");
const check = (bytes, ...args) => checked(bytes, args, "完结.xlsx");
const built = (bytes, ...args) => {
  const { stdout, stderr } = payscore(["build", "t.xlsx", "--format", "ndjson", "--now", "none", ...args], { cwd: folderWith({ "t.xlsx": bytes }) });
  if (stdout === "") throw new Error(stderr);
  return entriesOf(stdout);
};
const bodies = (bytes, ...args) => built(bytes, ...args).map(({ request, issues }) => request?.body ?? issues.map(({ code }) => code));
const fixture = (name) => readFileSync(new URL(`./workbooks/${name}.xlsx`, import.meta.url));

test("a workbook as Excel lays it out: the first sheet that is seen, merged cells, dates, padded numbers, formulas with their results", () => {
  const [first, second] = built(fixture("as-excel-writes"));
  assert.deepEqual(first.request.body.post_payments, [{ name: "就餐费用", amount: 123450, description: "四人套餐", count: 1 }]);
  assert.deepEqual(first.request.body.post_discounts, [{ name: "满减", amount: 3450, description: "不与其他优惠叠加" }]);
  assert.deepEqual([first.request.body.total_amount, first.request.body.profit_sharing], [120000, true]);
  assert.deepEqual(first.request.body.time_range, { start_time: "20250601180000", end_time: "20250601193005" });
  assert.deepEqual([second.out_order_no, second.request.body.post_payments], ["0000000042", [{ name: "酒水", amount: 5970, description: "三瓶", count: 3 }]]);
});

test("a workbook as programs write it: days since 1904, texts within cells, a formula nobody computed", () => {
  const [first, second, third] = built(fixture("as-a-program-writes"));
  assert.deepEqual(first.request.body.time_range, { start_time: "20250601", end_time: "20250601" });
  assert.deepEqual([second.ok, second.issues.map(({ code, cell }) => [code, cell])], [false, [["csv_formula", "F3"]]]);
  assert.deepEqual(third.request.body.time_range, { start_time: "20250601180000", end_time: "20250601193005" });
});

test("the same table makes the same requests as a workbook and as CSV", () => {
  const csv = readFileSync(new URL("../../examples/completions.csv", import.meta.url), "utf8");
  const rows = csv.replace("\uFEFF", "").trim().split("\n").map((line) => line.trim().replace('"双人套餐,含饮料"', "双人套餐，含饮料").split(","));
  const cwd = folderWith({ "t.csv": csv });
  const ofCsv = entriesOf(payscore(["build", "t.csv", "--format", "ndjson", "--now", "none"], { cwd }).stdout);
  const texts = (entries) => entries.map(({ request }) => request.bodyText.replaceAll("，", ","));
  assert.deepEqual(texts(built(workbook(rows))), texts(ofCsv));
});

test("a place is that of the cell", () => {
  const { issues } = check(workbook([HEADER, good, [], row("D2", "付费", "就餐费用", 0.001, 1)]));
  assert.deepEqual(issues.map(told), ["4:6 invalid_money /post_payments/0/amount", "4:1 required /total_amount"]);
  assert.equal(issues[0].cell, "F4");
  const { stdout } = payscore(["check", "t.xlsx"], { cwd: folderWith({ "t.xlsx": workbook([HEADER, row("D2", "付费", "就餐费用", 0.001, 1)]) }) });
  assert.match(stdout, /^ {2}F2 +错误/m);
});

test("the sheet is the first one, or the one that is asked for by name or number", () => {
  const sheets = { 一月: [HEADER, row("D1", "付费", "a", 1)], 2: [HEADER, row("D2", "付费", "a", 2)], 三月: [HEADER, row("D3", "付费", "a", 3)] };
  const bytes = zipped(workbookFiles(sheets));
  const first = (...args) => built(bytes, ...args)[0].out_order_no;
  const names = Object.keys(sheets);
  assert.deepEqual([first(), first("--sheet", "三月"), first("--sheet", "3"), first("--sheet", "2")], [sheets[names[0]][1][0], "D3", "D3", "D2"]);
  const { problem } = check(bytes, "--sheet", "四月");
  assert.match(problem.message, /没有工作表 四月。其中有：2、一月、三月/);
  const hidden = zipped(workbookFiles({ 旧: [HEADER, row("OLD", "付费", "a", 1)], 新: [HEADER, row("NEW", "付费", "a", 1)] }, { states: { 旧: "veryHidden" } }));
  assert.equal(built(hidden)[0].out_order_no, "NEW");
});

for (const [written, amount] of [
  ["40", 4000],
  ["19.9", 1990],
  ["4.3499999999999996", 435],
  ["59.699999999999996", 5970],
  ["1E2", 10000],
  ["0.56999999999999995", 57],
]) {
  test(`a number is the one that Excel shows: ${written}`, () => {
    const [{ post_payments }] = bodies(workbook([HEADER, row("D1", "付费", "a", { v: written })]));
    assert.equal(post_payments[0].amount, amount);
  });
}

const formats = ["yyyy-mm-dd hh:mm:ss", 'yyyy"年"m"月"d"日"', "[$-804]yyyy/m/d;@", "0000000000", "#,##0.00", '"d"0', "General"];
const [SECONDS, DAY, SLASHES, PADDED, THOUSANDS, LETTER, GENERAL] = formats.map((_, at) => at + 1);

for (const [name, value, s, time, is1904] of [
  ["a time", 45809.8125, SECONDS, "20250601193000"],
  ["a time that is a whole day", 45809, SECONDS, "20250601000000"],
  ["a day", 45809, DAY, "20250601"],
  ["a day with slashes", 45809, SLASHES, "20250601"],
  ["a day that has a time", 45809.8125, DAY, "20250601193000"],
  ["a second that floats", 45809.812557870369, SECONDS, "20250601193005"],
  ["since 1904", 44347, DAY, "20250601", true],
]) {
  test(`a date is the one that Excel shows: ${name}`, () => {
    const [{ time_range }] = bodies(workbook([HEADER, row("D1", "付费", "a", 1, 1, { v: value, s })], { formats, is1904 }));
    assert.deepEqual(time_range, { end_time: time });
  });
}

test("a number whose format shows no day is no day", () => {
  for (const s of [THOUSANDS, LETTER, GENERAL, undefined]) {
    const [codes] = bodies(workbook([HEADER, row("D1", "付费", "a", 1, 1, { v: 45809, s })], { formats }));
    assert.deepEqual(codes, ["csv_date_reformatted"]);
  }
});

test("an order number that Excel holds as a number: whole up to 15 digits, then lost", () => {
  const numbers = (v, s) => built(workbook([HEADER, row({ v, s }, "付费", "a", 1)], { formats })).map(({ out_order_no, ok, issues }) => [out_order_no, ok, issues.map(({ code }) => code)]);
  assert.deepEqual(numbers(123456789012345), [["123456789012345", true, []]]);
  assert.deepEqual(numbers(42, PADDED), [["0000000042", true, []]]);
  assert.deepEqual(numbers("1.2345678901234568E+17"), [["1.23456789012346E+17", false, ["csv_scientific_notation"]]]);
  assert.deepEqual(numbers("20251125000000123"), [["2.02511250000001E+16", false, ["csv_scientific_notation"]]]);
});

test("texts: shared, with runs, without phonetic signs, escaped, with spaces and line breaks", () => {
  const strings = ["<si><t>就餐</t></si>", "<si><r><t>酒</t></r><r><rPr><b/></rPr><t>水</t></r><rPh><t>じゅ</t></rPh></si>", "<si><t>a_x0041_&amp;b</t></si>"];
  const rows = [HEADER, ...[0, 1, 2].map((v) => row(`D${v}`, "付费", { t: "s", v }, 1)), row("D3", "付费", "两 行", 1)];
  assert.deepEqual(bodies(workbook(rows, { strings })).map(({ post_payments: [{ name }] }) => name), ["就餐", "酒水", "aA&b", "两 行"]);
});

for (const [name, cell, codes] of [
  ["the error of a formula", { t: "e", v: "#N/A", f: "VLOOKUP(1,2,3)" }, ["csv_formula"]],
  ["a formula without a result", { f: "E2" }, ["csv_formula"]],
  ["a formula whose result is text", { t: "str", v: "就餐", f: "E2" }, "就餐"],
  ["a formula whose result is an empty text", { t: "str", v: "", f: 'IF(1,"","")' }, ["required"]],
]) {
  test(`of a formula its result counts: ${name}`, () => {
    const [body] = bodies(workbook([HEADER, row("D1", "付费", cell, 1)]));
    assert.deepEqual(Array.isArray(body) ? body : body.post_payments[0].name, codes);
  });
}

test("rows and cells may come without their places, names with a prefix, and paths from the root", () => {
  const files = workbookFiles({ 订单: [HEADER, good] });
  const bare = files["xl/worksheets/sheet1.xml"].replaceAll(/ r="\w+"/g, "").replaceAll(/<(\/?)(\w)/g, "<$1x:$2").replace("<?x:xml", "<?xml").replace("xmlns=", "xmlns:x=");
  const relations = files["xl/_rels/workbook.xml.rels"].replace('"worksheets/', '"/xl/worksheets/');
  assert.equal(built(zipped({ ...files, "xl/worksheets/sheet1.xml": bare, "xl/_rels/workbook.xml.rels": relations }))[0].request.body.total_amount, 4000);
});

test("a workbook is one by its content, whatever its name, and comes through standard input", () => {
  const bytes = workbook([HEADER, good]);
  for (const name of ["t.csv", "t.dat", "t.json"]) assert.equal(checked(bytes, [], name).totals.orders, 1);
  const { stdout } = payscore(["build", "--format", "ndjson", "--now", "none"], { input: Buffer.from(bytes) });
  assert.equal(entriesOf(stdout)[0].request.body.total_amount, 4000);
});

test("threads make the same of a workbook", () => {
  const bytes = workbook([HEADER, ...Array.from({ length: 5000 }, (_, at) => row(`D${at}`, "付费", at % 7 === 0 ? { f: "A1" } : "a", 1, 1, { v: 45809, s: DAY }))], { formats });
  const run = (...args) => payscore(["build", "t.xlsx", "--format", "ndjson", "--now", "none", ...args], { cwd: folderWith({ "t.xlsx": bytes }) }).stdout;
  assert.equal(run("--jobs", "3"), run("--jobs", "1"));
});

const files = workbookFiles({ 订单: [HEADER, good] });
const withSheet = (xml) => zipped({ ...files, "xl/worksheets/sheet1.xml": xml });
const sound = workbook([HEADER, good]);
const patched = (bytes, change) => {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
};
const directory = (bytes) => bytes.indexOf(Buffer.from("504b0102", "hex"));

for (const [name, bytes, message] of [
  ["cut off", sound.subarray(0, 500), /已损坏/],
  ["no more than a beginning", Buffer.from("504b0304", "hex"), /已损坏/],
  ["broken in its packed bytes", patched(sound, (copy) => copy.fill(0xff, copy.indexOf("sheet1.xml") + 10, copy.indexOf("sheet1.xml") + 60)), /已损坏/],
  ["with a directory of lies", patched(sound, (copy) => copy.writeUInt32LE(0x7fffffff, directory(copy) + 42)), /已损坏/],
  ["no XML", withSheet("<worksheet><sheetData><row r='1'"), /已损坏/],
  ["a text that nobody shares", withSheet(sheetXml([[{ t: "s", v: 7 }]])), /已损坏/],
  ["a column beyond the last", withSheet(sheetXml([HEADER]).replace('r="A1"', 'r="XFE1"')), /已损坏/],
  ["a row beyond the last", withSheet(sheetXml([HEADER]).replace('row r="1"', 'row r="1048577"')), /已损坏/],
  ["tags without end", withSheet(`<worksheet>${"<a>".repeat(100_000)}`), /已损坏/],
  ["another archive", zipped({ "orders.csv": "订单号" }), /压缩包.*没有 Excel 工作簿/],
  ["a spreadsheet of another kind", zipped({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>" }), /\.ods.*另存为 \.xlsx/],
]) {
  test(`a workbook that cannot be read is a problem of its file: ${name}`, () => {
    const { status, problem, totals } = check(bytes);
    assert.deepEqual([status, totals.orders], [2, 0]);
    assert.match(problem.message, message);
  });
}

const zeros = (megabytes) => new Uint8Array(megabytes << 20).fill(0x20);
const bombs = {
  "a sheet of spaces": () => zipped({ ...files, "xl/worksheets/sheet1.xml": zeros(1100) }, { level: 1 }),
  "shared texts of spaces": () => zipped({ ...files, "xl/sharedStrings.xml": zeros(200) }, { level: 1 }),
  "a sheet that says it is small": () =>
    patched(zipped({ ...files, "xl/worksheets/sheet1.xml": zeros(300) }, { level: 1 }), (copy) => {
      const at = copy.lastIndexOf("xl/worksheets/sheet1.xml") - 46;
      copy.writeUInt32LE(1000, at + 24);
    }),
};

for (const [name, bomb] of Object.entries(bombs)) {
  test(`a bomb does not go off: ${name}`, () => {
    const bytes = bomb();
    assert.ok(bytes.length < 10 << 20);
    const before = performance.now();
    const { status, problem } = check(bytes);
    assert.equal(status, 2);
    assert.match(problem.message, /压缩炸弹|已损坏/);
    assert.ok(performance.now() - before < 10_000);
  });
}
