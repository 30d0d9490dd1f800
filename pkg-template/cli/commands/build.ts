import type { BuildOptions } from "payscore";
import { compose } from "../draft";
import type { Unit } from "../csv/columns";
import type { Encoding } from "../csv/encoding";
import { type BuildFormatter, buildFormats } from "../formats/build";
import { type OrderFlags, type Severity, createdOrders, reaches, validateOptions } from "../options";
import { colorsFor, outputTo } from "../output";
import { Unreadable } from "../problems";
import type { CreatedOrders } from "../read/created";
import { type Drafts, draftsIn } from "../read/drafts";
import { inputsOf } from "../read/inputs";
import type { InputFormat } from "../read/source";
import { countIssues, noCounts } from "../report";
import type { Locale, Words } from "../words";

export interface BuildFlags extends OrderFlags {
  format: string;
  failSeverity: Severity;
  output?: string;
  inputFormat?: InputFormat;
  encoding?: Encoding;
  amountUnit?: Unit;
}

export async function build(files: readonly string[], flags: BuildFlags, locale: Locale, words: Words): Promise<number> {
  const options = validateOptions(flags, locale, words);
  const [inputs, created] = await Promise.all([inputsOf(files, words), createdOrders(flags, words)]);
  const output = await outputTo(flags.output, words);
  const formatter = buildFormats[flags.format]!({ write: output.write, words, locale, color: colorsFor(output) });
  const totals = { ready: 0, refused: 0, ...noCounts() };
  let hasUnreadable = false;
  for (const input of inputs) {
    try {
      const drafts = await draftsIn(input, { ...flags, created, locale, words });
      await composeAll(drafts, input.name, options, created, formatter, totals);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      hasUnreadable = true;
      console.error(error.of(input.name));
    }
  }
  await formatter.end(totals);
  await output.close();
  if (created && created.unmatched > 0) console.error(words.unmatched(created.unmatched));
  if (hasUnreadable) return 2;
  return totals.refused > 0 || reaches(flags.failSeverity, totals) ? 1 : 0;
}

type Totals = ReturnType<typeof noCounts> & { ready: number; refused: number };

async function composeAll(
  { drafts, amountUnit }: Drafts,
  file: string,
  options: BuildOptions,
  created: CreatedOrders | undefined,
  formatter: BuildFormatter,
  totals: Totals,
) {
  for await (const draft of drafts) {
    const known = created && draft.draft ? { created: created.of(draft.out_order_no) } : {};
    const { result, order } = compose(draft, { ...options, ...known, ...(amountUnit && { amountUnit }) });
    // What the file's writing gets wrong stops a draft as well: its amounts may not be what they were.
    const request = order.valid && result?.ok ? result.request : undefined;
    totals[request ? "ready" : "refused"] += 1;
    countIssues(totals, order.issues);
    await formatter.draft(file, order, request);
  }
}
