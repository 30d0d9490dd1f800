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
const command = inConsumer("node_modules/payscore/cli.js");

export function compareWithSpark() {
  const python = requirePython();
  rmSync(inFolder(""), { recursive: true, force: true });
  mkdirSync(inFolder(""), { recursive: true });
  writeFileSync(inFolder("orders.ndjson"), orders());
  const single = inOneProcess();
  const { totals, found } = inPartitions(python);
  console.log("one process:", single.totals, `\n${PARTITIONS} partitions:`, totals);
  if (single.totals.invalid === 0 || single.totals.invalid === ORDERS) throw new Problem("the generated orders prove nothing");
  if (!isDeepStrictEqual(totals, single.totals)) throw new Problem("the totals differ");
  if (!isDeepStrictEqual(found, single.found)) throw new Problem("the totals are the same, the findings are not");
}

function requirePython() {
  if (outputOf("java", ["-version"]) === undefined) throw new Skip("Spark needs Java 17, and there is no java");
  const python = process.env.PYTHON ?? (process.platform === "win32" ? "python" : "python3");
  const version = outputOf(python, ["-c", "import pyspark; print(pyspark.__version__)"]);
  if (version === undefined) throw new Skip(`${python} cannot import pyspark: pip install pyspark, or name another Python with the variable PYTHON`);
  console.log(`PySpark ${version}`);
  return python;
}

function inOneProcess() {
  const args = [command, "check", inFolder("orders.ndjson"), "--format", "ndjson", "--max-issues", "all"];
  const { stdout } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 512 * MEGABYTES });
  const reports = parsed(stdout);
  const { summary } = reports.pop();
  const { orders, valid, invalid, errors, warnings } = summary;
  return { totals: { orders, valid, invalid, errors, warnings }, found: codesByOrder(reports) };
}

function inPartitions(python) {
  const filter = `"${process.execPath}" "${command}"`;
  const args = [inProject("examples/spark/check_orders.py"), inFolder("orders.ndjson"), "--partitions", String(PARTITIONS), "--payscore", filter, "--output", inFolder("found")];
  const env = { ...process.env, SPARK_LOCAL_IP: "127.0.0.1", PYSPARK_PYTHON: python, PYSPARK_DRIVER_PYTHON: python };
  const { status, stdout, stderr } = spawnSync(python, args, { encoding: "utf8", env, maxBuffer: 64 * MEGABYTES });
  if (status !== 0) throw new Problem(`the Spark job failed\n${stderr}`);
  const parts = readdirSync(inFolder("found")).filter((name) => name.startsWith("part-"));
  return { totals: JSON.parse(stdout.trimEnd().split("\n").at(-1)), found: codesByOrder(parts.flatMap((name) => parsed(readFileSync(join(inFolder("found"), name), "utf8")))) };
}

const parsed = (text) => text.split("\n").filter(Boolean).map((line) => JSON.parse(line));

/** In no order: which partition comes first is Spark's affair. */
function codesByOrder(reports) {
  return Object.fromEntries(reports.map(({ out_order_no, issues }) => [out_order_no, issues.map(({ code }) => code)]));
}

/** Good orders and, in turns, three faults and a warning; and a line that is no JSON. */
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
