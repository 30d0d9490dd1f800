import { Readable } from "node:stream";
import { type BatchCounts, type ValidateOptions, orderValidatorStream } from "payscore";
import { NumberWidths } from "../csv/number-widths";
import { type TableSettings, openTable, unknownColumns } from "../csv/table";
import { widthWarnings } from "../csv/drafts";
import { compose } from "../draft";
import { Unreadable } from "../problems";
import { type CheckedOrder, count, countIssues } from "../report";
import type { CreatedOrders } from "./created";
import type { Input } from "./inputs";
import { type InputFormat, open } from "./source";

export interface CheckSettings extends Omit<TableSettings, "wasCreated"> {
  options: ValidateOptions;
  created: CreatedOrders | undefined;
  signal: AbortSignal;
  /** Each line holds an order beside the one created and the body of an earlier try. */
  wrapped?: boolean;
  inputFormat?: InputFormat;
}

type OnProgress = () => void;

/** The orders of an input that have findings, in order. The counts are kept up as it is read. */
export async function* checkedOrders(input: Input, settings: CheckSettings, counts: BatchCounts, onProgress: OnProgress): AsyncGenerator<CheckedOrder> {
  const { words, signal, inputFormat } = settings;
  const { format, bytes } = await open(input, { format: inputFormat, words, signal });
  if (format === "csv") yield* tableOrders(bytes, settings, counts, onProgress);
  else yield* jsonOrders(bytes, format, settings, counts, onProgress);
}

async function* jsonOrders(
  bytes: AsyncIterable<Uint8Array>,
  format: "json" | "ndjson",
  { options, created, wrapped }: CheckSettings,
  counts: BatchCounts,
  onProgress: OnProgress,
): AsyncGenerator<CheckedOrder> {
  const validator = orderValidatorStream({
    ...options,
    format,
    // `--max-issues` bounds what is told. Whether a line is no JSON has to be known of all.
    maxIssues: Number.MAX_SAFE_INTEGER,
    ...(created && { context: ({ out_order_no }) => ({ created: created.of(out_order_no) }) }),
    ...(wrapped && { context: {} }),
    onProgress(now) {
      Object.assign(counts, now);
      onProgress();
    },
  });
  yield* Readable.toWeb(Readable.from(bytes)).pipeThrough(validator as TransformStream) as AsyncIterable<CheckedOrder>;
  Object.assign(counts, await validator.counts);
}

async function* tableOrders(
  bytes: AsyncIterable<Uint8Array>,
  { options, created, ...settings }: CheckSettings,
  counts: BatchCounts,
  onProgress: OnProgress,
): AsyncGenerator<CheckedOrder> {
  if (options.kind !== undefined && options.kind !== "completion") throw new Unreadable(settings.words.otherKind);
  if (settings.wrapped) throw new Unreadable(settings.words.wrappedTable);
  const table = await openTable(counted(bytes, counts), { ...settings, wasCreated: created?.wasCreated });
  const ofTable = unknownColumns(table, settings.locale);
  if (ofTable) {
    countIssues(counts, ofTable.issues);
    yield ofTable;
  }
  const { kind: _, ...shared } = options;
  const widths = new NumberWidths();
  for await (const draft of table.drafts) {
    const known = created && draft.draft ? { created: created.of(draft.out_order_no) } : {};
    const { order } = compose(draft, { ...shared, ...known, ...(table.columns.unit && { amountUnit: table.columns.unit }) });
    count(counts, order);
    onProgress();
    if (draft.out_order_no !== null) widths.see({ index: draft.index, out_order_no: draft.out_order_no, ...draft.place });
    if (order.issues.length > 0) yield order;
  }
  for (const order of widthWarnings(widths, table.columns, settings.locale)) {
    countIssues(counts, order.issues);
    yield order;
  }
}

async function* counted(chunks: AsyncIterable<Uint8Array>, counts: BatchCounts) {
  for await (const chunk of chunks) {
    counts.bytes += chunk.length;
    yield chunk;
  }
}
