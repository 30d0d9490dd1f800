import { type OperationName, operationOf } from "../../tables/operations";
import { buildFormats } from "../formats/build";
import { Interruption } from "../interruption";
import { type OrderFlags, knownOrders, reaches, validateOptions } from "../options";
import { colorsFor, outputTo } from "../output";
import { Progress } from "../progress";
import { type Input, inputsOf, sizeOf } from "../read/inputs";
import { named } from "../read/json";
import { Unreadable } from "../problems";
import type { CheckedOrder } from "../report";
import { Run, type Reporter } from "../run";
import type { Locale, Words } from "../words";
import { type Done, noTotals } from "../work/job";
import { exitCodeOf, interrupted, reportSkipped } from "./ending";

export interface BuildFlags extends OrderFlags {
  format: string;
  operation: OperationName;
}

export async function build(files: readonly string[], flags: BuildFlags, locale: Locale, words: Words): Promise<number> {
  const options = validateOptions(flags, locale, words);
  const [inputs, known] = await Promise.all([inputsOf(files, words), knownOrders(files, flags, words)]);
  const progress = new Progress(sizeOf(inputs), words);
  const output = await outputTo(flags.output, words, progress.hide);
  const format = buildFormats[flags.format]!({ words, locale, color: colorsFor(output) });
  const { signal } = new Interruption();
  const { kind } = operationOf(flags.operation);
  const task = { verb: "build" as const, kind, wrapped: false, options, ...known, format: flags.format, isColored: output.colored };
  const totals = noTotals();
  let isFirst = true;
  const reporter: Reporter = {
    isFull: false,
    async table({ name }: Input, order: CheckedOrder) {
      // Only drafts are entries; issues of the table as a whole are written separately.
      for (const issue of order.issues) console.error(named(name, new Unreadable(issue.code, issue.message, issue)));
    },
    async piece(_: Input, done: Done) {
      for (const name of ["ready", "refused", "amount"] as const) totals[name] += done.totals[name];
      totals.hasAmounts ||= done.totals.hasAmounts;
      if (done.texts.length === 0) return;
      await output.write(`${isFirst ? "" : format.between}${done.texts.join(format.between)}`);
      isFirst = false;
    },
  };
  await output.write(format.begin);
  const run = await new Run(task, flags, words, signal, progress).over(inputs, reporter);
  const { total, units } = run;
  const filesOfRun = run.files.map(({ file, orders, problem }) => ({ file, drafts: orders, ...(problem && { problem }) }));
  const { codes, errors, warnings } = total;
  const unit = units.size === 1 ? [...units][0] : undefined;
  await output.write(format.end({ ...totals, errors, warnings, codes, files: filesOfRun, interrupted: run.interrupted, unit }, isFirst));
  await output.close();
  for (const { file, problem } of run.files) if (problem) console.error(named(file, new Unreadable(problem.code, problem.message, placeOf(problem))));
  reportSkipped(run, words);
  if (run.interrupted) return interrupted(run, inputs, words.composed(totals), words);
  return exitCodeOf(run, flags, totals.refused > 0 || reaches(flags.failSeverity, total));
}

function placeOf({ line, column }: { line?: number; column?: number }) {
  return line === undefined || column === undefined ? undefined : { line, column };
}
