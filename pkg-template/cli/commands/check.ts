import type { DocumentKind } from "payscore";
import { formats } from "../formats";
import type { Formatter } from "../formats/format";
import { Interruption } from "../interruption";
import { type OrderFlags, knownOrders, reaches, validateOptions } from "../options";
import { colorsFor, outputTo } from "../output";
import { Progress } from "../progress";
import { type Input, inputsOf, sizeOf } from "../read/inputs";
import type { CheckedOrder, RunResult } from "../report";
import { Run, type Reporter, type RunState } from "../run";
import type { Locale, Words } from "../words";
import type { Done } from "../work/job";
import { exitCodeOf, interrupted, reportSkipped } from "./ending";

export interface CheckFlags extends OrderFlags {
  format: string;
  kind: DocumentKind;
  maxIssues: number;
  wrapped?: boolean;
}

export async function check(files: readonly string[], flags: CheckFlags, locale: Locale, words: Words): Promise<number> {
  const options = validateOptions(flags, locale, words);
  const [inputs, known] = await Promise.all([inputsOf(files, words), knownOrders(files, flags, words)]);
  const progress = new Progress(sizeOf(inputs), words);
  const output = await outputTo(flags.output, words, progress.hide);
  const formatter = formats[flags.format]!({ write: output.write, words, locale, color: colorsFor(output) });
  const { signal } = new Interruption();
  const task = { verb: "check" as const, kind: flags.kind, wrapped: flags.wrapped ?? false, options, ...known, format: "", isColored: false };
  const reporter = new CheckReporter(formatter, flags.maxIssues);
  const run = await new Run(task, flags, words, signal, progress).over(inputs, reporter);
  const result = resultOf(run, reporter);
  await formatter.end(result);
  await output.close();
  reportSkipped(run, words);
  if (run.interrupted) return interrupted(run, inputs, words.totals(result), words);
  return exitCodeOf(run, flags, reaches(flags.failSeverity, run.total));
}

/** Reports orders with issues, up to `--max-issues`. */
class CheckReporter implements Reporter {
  shown = 0;

  constructor(
    readonly formatter: Formatter,
    readonly maxIssues: number,
  ) {}

  get isFull() {
    return this.shown >= this.maxIssues;
  }

  async table({ name }: Input, order: CheckedOrder) {
    await this.#report(name, order);
  }

  async piece({ name }: Input, { orders }: Done) {
    for (const order of orders) await this.#report(name, order);
  }

  async #report(file: string, order: CheckedOrder) {
    const issues = order.issues.slice(0, this.maxIssues - this.shown);
    this.shown += issues.length;
    if (issues.length > 0) await this.formatter.order(file, { ...order, issues });
  }
}

function resultOf({ total, files, interrupted }: RunState, { shown }: CheckReporter): RunResult {
  return { ...total, files, truncated: shown < total.errors + total.warnings, interrupted };
}
