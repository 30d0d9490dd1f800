import { type Layout } from "../../tables/drafts";
import type { Row } from "../../tables/rows";
import { Groups, apartOf } from "../../tables/survey";
import type { RowsPiece } from "../read/pieces";

/** The rows of a table in pieces of at least this many, cut where an order begins. */
export async function* rowPieces(batches: AsyncIterable<Row[]>, { columns, survey }: Layout, leastRows: number): AsyncGenerator<RowsPiece> {
  const groups = new Groups();
  let rows: Row[] = [];
  let index = 0;
  let next = 0;
  for await (const batch of batches) {
    for (const row of batch) {
      const number = groups.begins(row, columns.number.index);
      if (number !== undefined) {
        if (rows.length >= leastRows) {
          yield { type: "rows", rows, index };
          rows = [];
          index = next;
        }
        const part = apartOf(survey, number);
        if (part === undefined || part.lines[0] === row.line) next += 1;
      }
      rows.push(row);
    }
  }
  if (rows.length > 0) yield { type: "rows", rows, index };
}
