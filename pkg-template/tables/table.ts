import { type Columns, type Unit, columnsOf } from "./columns";
import { DraftReader, type Layout, type TableDraft, unknownColumns } from "./drafts";
import { type Encoding, decoded } from "./encoding";
import type { PlacedIssue, TableLocale } from "./issue";
import { type OperationName, operationOf } from "./operations";
import { type Row, RowReader } from "./rows";
import { type TableSource, kindOf, openingOf, readingsOf, wholeOf } from "./source";
import { Surveyor } from "./survey";
import { problemOf } from "./words";
import { openWorkbook } from "./workbook/workbook";

export interface TableOptions<Operation extends OperationName = OperationName> {
  /**
   * 表格是哪一个请求的，默认 `"complete"`。
   *
   * The request that the table is for; `"complete"` by default.
   */
  operation?: Operation | undefined;
  /** 默认 `"zh-CN"`。`"zh-CN"` by default. */
  locale?: TableLocale | undefined;
  /**
   * CSV 的编码，默认自动识别 UTF-8 与 GB18030。
   *
   * The encoding of CSV; by default UTF-8 or GB18030 is detected.
   */
  encoding?: Encoding | undefined;
  /**
   * 工作簿中的工作表：名称，或从 1 起的序号；默认第一张。
   *
   * The sheet of a workbook: its name, or its number from 1; by default the first.
   */
  sheet?: string | number | undefined;
  /**
   * 解压后超过这么多字节的工作簿不读取，默认 1 GiB。
   *
   * A workbook that unpacks to more bytes is not read; 1 GiB by default.
   */
  maxUnpackedBytes?: number | undefined;
  /**
   * 金额的单位；列名已写明时不需要。
   *
   * The unit of amounts; not needed if the column's name says it.
   */
  amountUnit?: Unit | undefined;
  /**
   * 是否创建过这个订单号的订单；订单号开头的 0 可能被 Excel 去掉了。
   *
   * Whether an order with this number was created: Excel may have removed a number's leading zeros.
   */
  wasCreated?: ((number: string) => boolean) | undefined;
  /**
   * 每读一块后调用，参数为又处理了多少字节；合计即文件大小。
   *
   * Called after each chunk with the number of bytes processed since the last call; they add up to the file's size.
   */
  onBytes?: ((count: number) => void) | undefined;
}

export interface Table<Operation extends OperationName = "complete"> {
  /** 工作表的名称。The name of a workbook's sheet. */
  sheet: string | undefined;
  /**
   * 草稿中金额的单位，组装时请作为 `amountUnit` 传入。
   *
   * The unit of the drafts' amounts; pass it to the builder as `amountUnit`.
   */
  amountUnit: Unit;
  /** 共有多少个订单。How many orders there are. */
  orders: number;
  /**
   * 整个表格的问题，例如不认识而未读取的列。
   *
   * Issues of the table as a whole, such as unknown columns, which were not read.
   */
  issues: PlacedIssue[];
  /**
   * 依次读出的草稿；一边取，一边从文件中读。
   *
   * The drafts in order, read from the file as they are requested.
   */
  drafts(): AsyncGenerator<TableDraft<Operation>>;
}

/** A table, with what the command line needs to read it in pieces. */
export interface LaidOutTable extends Table<never> {
  layout: Layout;
  /** The rows after the header. */
  rows(): AsyncGenerator<Row[]>;
}

/**
 * 读取表格：CSV（含制表符、分号分隔）或 Excel 工作簿（.xlsx），与命令行同一种读法。文件读两遍：先读表头与全部订单号，
 * 再逐个取出草稿；同一订单的各行不相邻时，该订单没有草稿。无法读取时以 `TableProblem` 拒绝。
 *
 * Reads a table, CSV or an Excel workbook (.xlsx), as the command line does. The file is read twice: first its header and all
 * order numbers, then one draft after the other; an order whose rows are not adjacent has no draft. A file that cannot be read
 * rejects with a `TableProblem`.
 */
export async function openTable<Operation extends OperationName = "complete">(source: TableSource, options: TableOptions<Operation> = {}): Promise<Table<Operation>> {
  const { layout: _, rows: __, ...table } = await layOut(source, options);
  return table as unknown as Table<Operation>;
}

export async function layOut(source: TableSource, options: TableOptions): Promise<LaidOutTable> {
  const { locale = "zh-CN", operation = "complete", amountUnit, wasCreated } = options;
  const { allRows, sheet } = await rowsIn(source, options, locale);
  let header: Row | undefined;
  let columns: Columns | undefined;
  let surveyor: Surveyor | undefined;
  for await (const rows of allRows()) {
    for (const row of rows) {
      if (surveyor) {
        surveyor.see(row);
      } else {
        header = row;
        columns = columnsOf(row, operationOf(operation).fields, amountUnit, locale);
        surveyor = new Surveyor(columns.number.index);
      }
    }
  }
  if (!header || !columns || !surveyor) throw problemOf("empty", locale, []);
  const layout: Layout = { columns, survey: surveyor.survey(), locale };
  const rows = () => behindHeader(allRows(), header.line);
  return {
    sheet,
    amountUnit: columns.unit ?? "fen",
    orders: layout.survey.orders,
    issues: unknownColumns(header, layout),
    drafts: () => draftsOf(rows(), layout, wasCreated),
    layout,
    rows,
  };
}

const MOST_UNPACKED = 1 << 30;

async function rowsIn(source: TableSource, { encoding, sheet, maxUnpackedBytes = MOST_UNPACKED, onBytes = () => {} }: TableOptions, locale: TableLocale) {
  const read = readingsOf(source);
  if (kindOf(await openingOf(read), locale) === "text") return { sheet: undefined, allRows: () => textRows(read(), encoding, locale, onBytes) };
  const workbook = openWorkbook(await wholeOf(source, read), { locale, sheet, maxUnpackedBytes, onBytes });
  return { sheet: workbook.sheet, allRows: () => workbook.rows() };
}

async function* textRows(bytes: AsyncIterable<Uint8Array>, encoding: Encoding | undefined, locale: TableLocale, onBytes: (count: number) => void): AsyncGenerator<Row[]> {
  const reader = new RowReader(locale);
  for await (const text of decoded(counted(bytes, onBytes), encoding, locale)) yield reader.read(text, false);
  yield reader.read("", true);
}

/** Text is read twice, so each pass counts half. */
async function* counted(chunks: AsyncIterable<Uint8Array>, onBytes: (count: number) => void) {
  for await (const chunk of chunks) {
    onBytes(chunk.length / 2);
    yield chunk;
  }
}

async function* behindHeader(batches: AsyncGenerator<Row[]>, header: number): AsyncGenerator<Row[]> {
  let isBehind = false;
  for await (const rows of batches) {
    yield isBehind ? rows : rows.filter(({ line }) => line > header);
    isBehind ||= rows.length > 0;
  }
}

async function* draftsOf(batches: AsyncGenerator<Row[]>, layout: Layout, wasCreated: TableOptions["wasCreated"]): AsyncGenerator<TableDraft<never>> {
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
