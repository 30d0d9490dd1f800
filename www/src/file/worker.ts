import { validateOrder, type ValidateOptions } from "payscore";
import { formatOf, recordsOf, typedAsExpected, type Record } from "./records";
import type { FileCheck, FileReport, Finding, FromWorker } from "./report";

const PROGRESS_EVERY = 100;
const MOST_KEPT = 20_000;

const send = (message: FromWorker) => postMessage(message);

addEventListener("message", async ({ data }: MessageEvent<FileCheck>) => {
  try {
    send({ type: "done", report: await check(data) });
  } catch (error) {
    send({ type: "failed", reason: String(error) });
  }
});

async function check({ file, kind, locale }: FileCheck): Promise<FileReport> {
  const started = performance.now();
  const format = await formatOf(file);
  const options = { kind, locale, now: Date.now() };
  const report: FileReport = { placedBy: format === "array" ? "index" : "line", orders: 0, withErrors: 0, withWarnings: 0, found: [], seconds: 0 };
  let bytesRead = 0;
  let told = started;
  for await (const record of recordsOf(file, format, (bytes) => (bytesRead += bytes))) {
    count(report, record, findingsOf(record, options));
    if (performance.now() - told < PROGRESS_EVERY) continue;
    told = performance.now();
    send({ type: "progress", progress: { bytesRead, bytes: file.size, orders: report.orders } });
  }
  report.seconds = (performance.now() - started) / 1000;
  return report;
}

function findingsOf(record: Record, options: ValidateOptions): Finding[] {
  if ("problem" in record) return [{ code: "invalid_json", severity: "error", pointer: "", message: record.problem }];
  const order = record.isText ? typedAsExpected(record.order, options) : record.order;
  return validateOrder(order, options).issues.map(({ code, severity, pointer, message }) => ({ code, severity, pointer, message }));
}

function count(report: FileReport, record: Record, findings: Finding[]) {
  report.orders += 1;
  if (findings.length === 0) return;
  if (findings.some(({ severity }) => severity === "error")) report.withErrors += 1;
  else report.withWarnings += 1;
  if (report.found.length < MOST_KEPT) report.found.push({ place: record.place, outOrderNo: outOrderNo(record), findings });
}

function outOrderNo(record: Record) {
  const order = "order" in record ? (record.order as { out_order_no?: unknown } | null) : undefined;
  return typeof order?.out_order_no === "string" ? order.out_order_no : "";
}
