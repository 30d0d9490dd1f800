import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { Problem, outputOf } from "../lib/command.mjs";
import { inProject } from "../lib/project.mjs";
import { inConsumer } from "./consumer.mjs";
import { Skip } from "./runner.mjs";

const ORDERS = 100_000;
const PARTITIONS = 8;
const MEGABYTES = 1 << 20;
const inFolder = (...parts) => inProject("target/spark", ...parts);
const script = inConsumer("node_modules/payscore/cli.js");

/** What both are to do: the file, the command, and how Spark is to partition it. */
const tasks = {
  "check lines": { file: "orders.ndjson", command: "check", options: ["--together"] },
  "build from lines": { file: "orders.ndjson", command: "build", options: [] },
  "check a table": { file: "orders.csv", command: "check", options: ["--table", "商户服务订单号"] },
  "build from a table": { file: "orders.csv", command: "build", options: ["--table", "商户服务订单号"] },
};

export function compareWithSpark() {
  const python = requirePython();
  rmSync(inFolder(""), { recursive: true, force: true });
  mkdirSync(inFolder(""), { recursive: true });
  writeFileSync(inFolder("orders.ndjson"), orders());
  writeFileSync(inFolder("orders.csv"), table());
  for (const [name, task] of Object.entries(tasks)) compare(name, task, python);
}

function compare(name, task, python) {
  const single = inOneProcess(task);
  const { totals, entries } = inPartitions(task, python);
  console.log(`${name}\none process:`, single.totals, `\n${PARTITIONS} partitions:`, totals);
  const failed = single.totals.invalid ?? single.totals.refused;
  if (failed === 0 || failed === ORDERS) throw new Problem("the generated orders prove nothing: they should contain both valid and invalid ones");
  if (!isDeepStrictEqual(totals, single.totals)) throw new Problem("the totals differ");
  if (!isDeepStrictEqual(entries, single.entries)) throw new Problem("the totals agree, but the entries differ");
}

function requirePython() {
  if (outputOf("java", ["-version"]) === undefined) throw new Skip("Spark needs Java 17, and there is no java");
  const python = process.env.PYTHON ?? (process.platform === "win32" ? "python" : "python3");
  const version = outputOf(python, ["-c", "import pyspark; print(pyspark.__version__)"]);
  if (version === undefined) throw new Skip(`${python} cannot import pyspark: pip install pyspark, or name another Python with the variable PYTHON`);
  console.log(`PySpark ${version}`);
  return python;
}

const counts = { check: ["orders", "valid", "invalid", "errors", "warnings"], build: ["ready", "refused", "amount", "errors", "warnings"] };

function inOneProcess({ file, command }) {
  const args = [script, command, inFolder(file), "--format", "ndjson", ...(command === "check" ? ["--max-issues", "all"] : [])];
  const { stdout } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 512 * MEGABYTES });
  const reports = parsed(stdout);
  const { summary } = reports.pop();
  return { totals: Object.fromEntries(counts[command].map((name) => [name, summary[name]])), entries: byOrder(reports) };
}

function inPartitions({ file, command, options }, python) {
  rmSync(inFolder("found"), { recursive: true, force: true });
  const filter = `"${process.execPath}" "${script}"`;
  const args = [inProject("examples/spark/check_orders.py"), inFolder(file), "--command", command, ...options, "--partitions", String(PARTITIONS), "--payscore", filter, "--output", inFolder("found")];
  const env = { ...process.env, SPARK_LOCAL_IP: "127.0.0.1", PYSPARK_PYTHON: python, PYSPARK_DRIVER_PYTHON: python };
  const { status, stdout, stderr } = spawnSync(python, args, { encoding: "utf8", env, maxBuffer: 64 * MEGABYTES });
  if (status !== 0) throw new Problem(`the Spark job failed\n${stderr}`);
  const parts = readdirSync(inFolder("found")).filter((name) => name.startsWith("part-"));
  return { totals: JSON.parse(stdout.trimEnd().split("\n").at(-1)), entries: byOrder(parts.flatMap((name) => parsed(readFileSync(join(inFolder("found"), name), "utf8")))) };
}

const parsed = (text) => text.split("\n").filter(Boolean).map((line) => JSON.parse(line));

/** Issues and requests regardless of order: which partition comes first is up to Spark. */
function byOrder(reports) {
  return reports.map(({ out_order_no, issues, request }) => JSON.stringify([out_order_no, issues.map(({ code }) => code), request?.bodyText])).sort();
}

/** Orders with one row and with two, some of them wrong. */
function table() {
  const items = Array.from({ length: ORDERS }, (_, at) => [`DINNER-${at}`, "wxd678efh567hg6787", "00004000000000158201234567890123", at % 7 === 0 ? "优惠" : "付费", `项目 ${at % 3}`, at % 11 === 0 ? "0.001" : `${at % 90}.50`]);
  const rows = items.flatMap((item, at) => (at % 5 === 0 ? [item, [...item.slice(0, 3), "付费", "\"加收，\"\"夜间\"\"\"", "100"]] : [item]));
  return `\uFEFF商户服务订单号,公众账号ID,服务ID,项目类型,项目名称,金额（元）\r\n${rows.map((row) => `${row.join(",")}\r\n`).join("")}`;
}

/** Valid orders and, in turn, three errors and a warning; and a line that is not JSON. */
function orders() {
  const lines = Array.from({ length: ORDERS - 1 }, (_, at) => JSON.stringify(order(at)));
  return `${lines.join("\n")}\n{"out_order_no": "CUT-OFF\n`;
}

function order(at) {
  const whole = {
    out_order_no: `DINNER-${at}`,
    appid: "wxd678efh567hg6787",
    service_id: "00004000000000158201234567890123",
    post_payments: [{ name: "就餐费用", amount: at + 1, description: "四人套餐" }],
    total_amount: at + 1,
    time_range: { start_time: "20250601180000", end_time: "20250601193000" },
  };
  if (at % 10 !== 0) return whole;
  return { ...whole, ...faults[(at / 10) % faults.length] };
}

const faults = [{ total_amount: 0 }, { appid: null }, { time_range: { start_time: "20250601", end_time: "2025-06-01" } }, { service_id: "500001" }];
