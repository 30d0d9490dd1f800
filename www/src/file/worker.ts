import type { BuildOptions, ValidateOptions } from "payscore";
import { orderValidatorStream } from "payscore";
import { openTable, TableProblem } from "payscore/tables";
import { Created } from "./created";
import { builderOf, operationOf } from "./operations";
import type { FileCheck, FileReport, Finding, FromWorker, Progress, Reason } from "./report";

const PROGRESS_EVERY = 100;
const MOST_KEPT = 20_000;

const send = (message: FromWorker) => postMessage(message);

addEventListener("message", async ({ data }: MessageEvent<FileCheck>) => {
  try {
    send({ type: "done", report: await check(data) });
  } catch (error) {
    send({ type: "failed", reason: reasonOf(error) });
  }
});

function reasonOf(error: unknown): Reason {
  if (error instanceof Unusable) return { word: error.word };
  return { text: error instanceof TableProblem ? error.message : String(error) };
}

class Unusable extends Error {
  constructor(readonly word: "createdUnreadable" | "noSuchTable") {
    super(word);
  }
}

async function check(what: FileCheck): Promise<FileReport> {
  const { kind, mode, industry, isNow } = what.settings;
  const options: ValidateOptions = { kind, mode: mode || undefined, industry: industry || undefined, locale: what.locale, now: isNow ? Date.now() : null };
  const created = what.created && (await Created.read(what.created).catch(() => Promise.reject(new Unusable("createdUnreadable"))));
  const run = new Run(what.file);
  if (await isTable(what.file)) await checkTable(what, options, created, run);
  else await checkJson(what, options, created, run);
  return run.end();
}

/** A workbook, or text that does not begin as JSON does. */
async function isTable(file: File): Promise<boolean> {
  const opening = new TextDecoder().decode(await file.slice(0, 4096).arrayBuffer()).trimStart();
  return opening.startsWith("PK") || /\.(csv|tsv|xlsx)$/i.test(file.name) || !/^[[{"]/.test(opening);
}

/** The counts of a check, and what is told of it meanwhile. */
class Run {
  private readonly started = performance.now();
  private told = this.started;
  readonly progress: Progress;
  readonly report: FileReport = { placedBy: "line", orders: 0, withErrors: 0, withWarnings: 0, tally: {}, found: [], more: 0, ofFile: [], seconds: 0 };

  constructor(file: File) {
    this.progress = { bytesRead: 0, bytes: file.size, orders: 0 };
  }

  note(place: number, outOrderNo: string | null, issues: readonly Finding[]) {
    if (issues.length === 0) return;
    const { report } = this;
    if (issues.some(({ severity }) => severity === "error")) report.withErrors += 1;
    else report.withWarnings += 1;
    for (const { code } of issues) report.tally[code] = (report.tally[code] ?? 0) + 1;
    if (report.found.length < MOST_KEPT) report.found.push({ place, outOrderNo: outOrderNo ?? "", findings: issues.map(finding) });
    else report.more += 1;
  }

  tell() {
    if (performance.now() - this.told < PROGRESS_EVERY) return;
    this.told = performance.now();
    send({ type: "progress", progress: this.progress });
  }

  end(): FileReport {
    this.report.seconds = (performance.now() - this.started) / 1000;
    return this.report;
  }
}

const finding = ({ code, severity, pointer, message }: Finding): Finding => ({ code, severity, pointer, message });

async function checkJson({ file }: FileCheck, options: ValidateOptions, created: Created | undefined, run: Run) {
  const opening = new TextDecoder().decode(await file.slice(0, 4096).arrayBuffer()).trimStart();
  const isArray = opening.startsWith("[");
  if (isArray) run.report.placedBy = "index";
  const onProgress = ({ bytes, orders }: { bytes: number; orders: number }) => {
    Object.assign(run.progress, { bytesRead: bytes, orders });
    run.tell();
  };
  const context = created && (({ out_order_no }: { out_order_no: string | null }) => created.of(out_order_no));
  const isOne = !isArray && !isLine(opening);
  const stream = orderValidatorStream({ ...options, maxIssues: Number.MAX_SAFE_INTEGER, format: isOne ? "json" : "auto", onProgress, ...(context && { context }) });
  const reader = file.stream().pipeThrough(stream).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const { index, line, out_order_no, issues } = next.value;
    run.note(isArray ? index + 1 : line, out_order_no, issues);
  }
  run.report.orders = (await stream.counts).orders;
}

/** Whether the first line is JSON by itself, or so long that it must be an order of many. */
function isLine(opening: string): boolean {
  const end = opening.indexOf("\n");
  if (end < 0) return true;
  try {
    JSON.parse(opening.slice(0, end));
    return true;
  } catch {
    return opening.indexOf("\n", end + 1) < 0;
  }
}

async function checkTable({ file, settings, locale }: FileCheck, options: ValidateOptions, created: Created | undefined, run: Run) {
  run.report.placedBy = "row";
  const operation = operationOf(settings.kind);
  if (operation === undefined) throw new Unusable("noSuchTable");
  const onBytes = (count: number) => {
    run.progress.bytesRead += count;
    run.tell();
  };
  const has = created && ((number: string) => created.of(number) !== undefined);
  const table = await openTable(file, { operation, locale, onBytes, amountUnit: settings.amountUnit || undefined, ...(has && { wasCreated: has }) });
  run.report.ofFile = table.issues.map(finding);
  const build = builderOf(operation);
  const { kind: _, ...ofEach } = options;
  const ofAll: BuildOptions = { ...ofEach, amountUnit: table.amountUnit };
  for await (const { draft, line, out_order_no, isFurther, merged } of table.drafts()) {
    if (!isFurther) run.report.orders += 1;
    run.progress.orders = run.report.orders;
    const issues = draft === undefined ? [] : build(draft, { ...ofAll, ...created?.of(out_order_no) }).issues;
    run.note(line, out_order_no, merged(issues));
    run.tell();
  }
}
