import type { BatchCounts, DocumentKind } from "payscore";
import type { Encoding } from "../csv/encoding";
import type { Unit } from "../csv/columns";
import { formats } from "../formats";
import type { Formatter } from "../formats/format";
import { Interruption } from "../interruption";
import { type OrderFlags, type Severity, createdOrders, reaches, validateOptions } from "../options";
import { type Output, colorsFor, outputTo } from "../output";
import { Unreadable } from "../problems";
import { Progress } from "../progress";
import { type CheckSettings, checkedOrders } from "../read/orders";
import { type Input, inputsOf } from "../read/inputs";
import type { InputFormat } from "../read/source";
import { type CheckedOrder, type FileResult, type RunResult, add, noCounts } from "../report";
import type { Locale, Words } from "../words";

export interface CheckFlags extends OrderFlags {
  format: string;
  failSeverity: Severity;
  kind?: DocumentKind;
  maxIssues: number;
  output?: string;
  wrapped?: boolean;
  inputFormat?: InputFormat;
  encoding?: Encoding;
  amountUnit?: Unit;
}

export async function check(files: readonly string[], flags: CheckFlags, locale: Locale, words: Words): Promise<number> {
  const options = { ...validateOptions(flags, locale, words), ...(flags.kind && { kind: flags.kind }) };
  const [inputs, created] = await Promise.all([inputsOf(files, words), createdOrders(flags, words)]);
  const progress = new Progress(sizeOf(inputs), words);
  const output = await outputTo(flags.output, words, progress.hide);
  const formatter = formats[flags.format]!({ write: output.write, words, locale, color: colorsFor(output) });
  const interruption = new Interruption();
  const settings: CheckSettings = { ...flags, options, created, locale, words, signal: interruption.signal };
  const run = await new Run(formatter, progress, flags.maxIssues).of(inputs, settings).finally(() => progress.stop());
  await finish(run, formatter, output);
  if (created && created.unmatched > 0) console.error(words.unmatched(created.unmatched));
  if (!run.interrupted) return exitCode(run, flags.failSeverity);
  console.error(words.interrupted(words.totals(run), run.files[run.files.length - 1]!.file, percentOf(run, inputs)));
  return Interruption.EXIT_CODE;
}

class Run {
  #shown = 0;
  #hasBadJson = false;

  constructor(
    readonly formatter: Formatter,
    readonly progress: Progress,
    readonly maxIssues: number,
  ) {}

  async of(inputs: readonly Input[], settings: CheckSettings): Promise<RunResult & { hasBadJson: boolean }> {
    const total = noCounts();
    const files: FileResult[] = [];
    let interrupted = false;
    for (const input of inputs) {
      const result: FileResult = { file: input.name, ...noCounts() };
      files.push(result);
      const onProgress = ({ bytes, orders }: BatchCounts) => this.progress.update({ bytes: total.bytes + bytes, orders: total.orders + orders });
      try {
        const orders = checkedOrders(input, settings, result, () => onProgress(result));
        for await (const order of orders) await this.#tell(input, order);
      } catch (error) {
        if (error instanceof Unreadable) result.problem = { message: error.message, ...error.place };
        else if (settings.signal.aborted) interrupted = true;
        else throw error;
      }
      add(total, result);
      if (interrupted) break;
    }
    const truncated = this.#shown < total.errors + total.warnings;
    return { ...total, files, truncated, interrupted, hasBadJson: this.#hasBadJson };
  }

  async #tell({ name }: Input, order: CheckedOrder) {
    if (order.issues.some(({ code }) => code === "invalid_json")) this.#hasBadJson = true;
    const issues = order.issues.slice(0, this.maxIssues - this.#shown);
    this.#shown += issues.length;
    if (issues.length > 0) await this.formatter.order(name, { ...order, issues });
  }
}

async function finish({ hasBadJson: _, ...run }: RunResult & { hasBadJson: boolean }, formatter: Formatter, output: Output) {
  await formatter.end(run);
  await output.close();
}

function exitCode(run: RunResult & { hasBadJson: boolean }, threshold: Severity) {
  if (run.hasBadJson || run.files.some(({ problem }) => problem !== undefined)) return 2;
  return reaches(threshold, run) ? 1 : 0;
}

function sizeOf(inputs: readonly Input[]) {
  return inputs.reduce<number | undefined>((sum, { size }) => (sum === undefined || size === undefined ? undefined : sum + size), 0);
}

function percentOf({ bytes }: RunResult, inputs: readonly Input[]) {
  const size = sizeOf(inputs);
  return size ? Math.floor((bytes / size) * 100) : undefined;
}
