import { type Row, RowReader, type TextRow } from "./rows";
import type { FileCode } from "./issue";
import { WorkbookRow } from "./workbook/sheet";

/** Rows as plain data, which can be passed to another thread. Rows of text are passed as text, at a tenth of the cost. */
export type PackedRows =
  | { text: string; lines: number[]; delimiter: string }
  | { cells: (readonly string[])[]; faults: (ReadonlyMap<number, FileCode> | undefined)[]; lines: number[] };

export function packRows(rows: readonly Row[]): PackedRows {
  const lines = rows.map(({ line }) => line);
  if (rows[0] instanceof WorkbookRow) return { cells: rows.map(({ cells }) => cells), faults: rows.map(({ faults }) => faults), lines };
  const text = rows as readonly TextRow[];
  return { text: text.map(({ raw }) => raw).join("\n"), lines, delimiter: text[0]?.delimiter ?? "," };
}

export function unpackRows(packed: PackedRows): Row[] {
  const { lines } = packed;
  if ("cells" in packed) return packed.cells.map((cells, at) => new WorkbookRow(lines[at]!, cells, packed.faults[at]));
  const rows = new RowReader("en", packed.delimiter).read(packed.text, true);
  for (const [at, row] of rows.entries()) row.line = lines[at]!;
  return rows;
}
