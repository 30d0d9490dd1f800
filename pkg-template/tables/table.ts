import { type Columns, type Unit, columnsOf } from "./columns";
import { DraftReader, type Layout, type TableDraft, type WasCreated, unknownColumns } from "./drafts";
import { type Encoding, decoded } from "./encoding";
import type { PlacedIssue, TableLocale } from "./issue";
import { type OperationName, operations } from "./operations";
import { type Row, RowReader } from "./rows";
import { type TableSource, kindOf, openingOf, readingsOf } from "./source";
import { Surveyor } from "./survey";
import { problemOf } from "./words";

export interface TableOptions {
  /** Whose columns the table has; `"complete"` by default. */
  operation?: OperationName | undefined;
  locale?: TableLocale | undefined;
  /** Of CSV; by default UTF-8 and GB18030 are told apart. */
  encoding?: Encoding | undefined;
  /** Of amounts whose column does not say it. */
  amountUnit?: Unit | undefined;
  /** Whether an order of this number was created, where that is known: a number may have lost the zeros it began with. */
  wasCreated?: WasCreated | undefined;
}

export interface Table {
  /** The unit of all amounts in the drafts, to be given to what composes them. */
  amountUnit: Unit | undefined;
  /** How many orders there are. */
  orders: number;
  /** What is wrong with the table as a whole, such as columns that were left out. */
  issues: PlacedIssue[];
  /** The drafts in their order, read from the source as they are taken. */
  drafts(): AsyncGenerator<TableDraft>;
}

/** A table with what the command line needs to read it in pieces. */
export interface OpenTable extends Table {
  layout: Layout;
  /** The rows behind the header. */
  rows(): AsyncGenerator<Row[]>;
}

/**
 * Reads the header, and all order numbers once: an order whose rows lie apart would otherwise be composed of its first
 * ones.
 */
export async function openTable(source: TableSource, options: TableOptions = {}): Promise<OpenTable> {
  const { locale = "zh-CN", operation = "complete", amountUnit, wasCreated } = options;
  const read = readingsOf(source);
  kindOf(await openingOf(read), locale);
  const allRows = () => textRows(read(), options.encoding, locale);
  let header: Row | undefined;
  let columns: Columns | undefined;
  let surveyor: Surveyor | undefined;
  for await (const rows of allRows()) {
    for (const row of rows) {
      if (surveyor) {
        surveyor.see(row);
      } else {
        header = row;
        columns = columnsOf(row, operations[operation].fields, amountUnit, locale);
        surveyor = new Surveyor(columns.number.index);
      }
    }
  }
  if (!header || !columns || !surveyor) throw problemOf("empty", locale, []);
  const layout: Layout = { columns, survey: surveyor.survey(), locale };
  const rows = () => behindHeader(allRows(), header.line);
  return {
    amountUnit: columns.unit,
    orders: layout.survey.orders,
    issues: unknownColumns(header, layout),
    drafts: () => draftsOf(rows(), layout, wasCreated),
    layout,
    rows,
  };
}

async function* textRows(bytes: AsyncIterable<Uint8Array>, encoding: Encoding | undefined, locale: TableLocale): AsyncGenerator<Row[]> {
  const reader = new RowReader(locale);
  for await (const text of decoded(bytes, encoding, locale)) yield reader.read(text, false);
  yield reader.read("", true);
}

async function* behindHeader(batches: AsyncGenerator<Row[]>, header: number): AsyncGenerator<Row[]> {
  let isBehind = false;
  for await (const rows of batches) {
    yield isBehind ? rows : rows.filter(({ line }) => line > header);
    isBehind ||= rows.length > 0;
  }
}

async function* draftsOf(batches: AsyncGenerator<Row[]>, layout: Layout, wasCreated: WasCreated | undefined): AsyncGenerator<TableDraft> {
  const reader = new DraftReader(layout, wasCreated);
  for await (const rows of batches) {
    for (const row of rows) {
      const draft = reader.add(row);
      if (draft) yield draft;
    }
  }
  const last = reader.end();
  if (last) yield last;
}
