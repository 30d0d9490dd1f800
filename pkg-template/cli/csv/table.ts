import type { PlacedDraft } from "../draft";
import type { CheckedOrder } from "../report";
import { Unreadable } from "../problems";
import type { Locale, Words } from "../words";
import { type Columns, type Unit, columnsOf } from "./columns";
import { draftsOf } from "./drafts";
import { type Encoding, decoded } from "./encoding";
import { findingOf } from "./finding";
import { type Row, rowsOf } from "./rows";

export interface TableSettings {
  words: Words;
  locale: Locale;
  encoding?: Encoding;
  amountUnit?: Unit;
  wasCreated?: (number: string) => boolean;
}

export interface Table {
  columns: Columns;
  header: Row;
  drafts: AsyncGenerator<PlacedDraft>;
}

export async function openTable(bytes: AsyncIterable<Uint8Array>, settings: TableSettings): Promise<Table> {
  const { words, encoding, amountUnit } = settings;
  const rows = rowsOf(decoded(bytes, encoding, words), words);
  const { value: header, done } = await rows.next();
  if (done) throw new Unreadable(words.csvEmpty);
  const columns = columnsOf(header, words, amountUnit);
  return { columns, header, drafts: draftsOf(rows, columns, settings) };
}

/** Columns that were left out, as findings of the file rather than of an order. */
export function unknownColumns({ columns, header }: Table, locale: Locale): CheckedOrder | undefined {
  if (columns.unknown.length === 0) return undefined;
  const issues = columns.unknown.map(({ index, header: name }) =>
    findingOf("csv_unknown_column", { path: [], header: name, value: "", place: header.placeOf(index), locale }),
  );
  return { index: null, ...header.placeOf(0), out_order_no: null, valid: true, issues };
}
