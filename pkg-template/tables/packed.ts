import { type Row, RowReader, type TextRow } from "./rows";

/** Rows as plain data, which another thread can be given. */
export type PackedRows = { text: string; lines: number[]; delimiter: string };

export function packRows(rows: readonly Row[]): PackedRows {
  const text = rows as readonly TextRow[];
  return { text: text.map(({ raw }) => raw).join("\n"), lines: text.map(({ line }) => line), delimiter: text[0]?.delimiter ?? "," };
}

export function unpackRows({ text, lines, delimiter }: PackedRows): Row[] {
  const rows = new RowReader("en", delimiter).read(text, true);
  for (const [at, row] of rows.entries()) row.line = lines[at]!;
  return rows;
}
