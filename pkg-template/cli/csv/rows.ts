import { Readable, pipeline } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { Unreadable } from "../problems";
import type { Place } from "../report";
import type { Words } from "../words";

export interface Row {
  cells: string[];
  placeOf(cell: number): Place;
}

interface Parsed {
  record: string[];
  raw: string;
  info: { lines: number };
}

export async function* rowsOf(text: AsyncGenerator<string>, words: Words): AsyncGenerator<Row> {
  const { opening, whole } = await firstLine(text);
  const delimiter = delimiterOf(opening);
  // The parser runs ahead of what is read here, and its error names the last line it saw.
  let parsedUpTo = 0;
  const onRecord = (parsed: Parsed) => {
    parsedUpTo = parsed.info.lines;
    return parsed;
  };
  const parser = parse({ delimiter, raw: true, info: true, relax_column_count: true, relax_quotes: true, on_record: onRecord as never });
  let line = 1;
  try {
    // Its errors come out of the parser.
    pipeline(Readable.from(whole), parser, () => {});
    for await (const { record, raw, info } of parser as AsyncIterable<Parsed>) {
      const start = line;
      line = info.lines + 1;
      if (record.some((cell) => cell.trim() !== "")) yield { cells: record, placeOf: (cell) => placeOf(cell, record, raw, start) };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new Unreadable(words.csvBroken, { line: parsedUpTo + 1, column: 1 });
    throw error;
  }
}

async function firstLine(text: AsyncGenerator<string>) {
  let opening = "";
  while (!opening.includes("\n")) {
    const { value, done } = await text.next();
    if (done) break;
    opening += value;
  }
  async function* whole() {
    yield opening;
    yield* text;
  }
  return { opening: opening.split("\n", 1)[0]!, whole: whole() };
}

/** Excel separates by comma, by tab in its “Unicode text”, by semicolon where the comma is the decimal mark. */
function delimiterOf(header: string) {
  const count = (mark: string) => header.split(mark).length;
  return [",", "\t", ";"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function placeOf(cell: number, record: string[], raw: string, line: number): Place {
  let at = 0;
  for (const text of record.slice(0, cell)) at += writtenLength(text, raw, at) + 1;
  const before = raw.slice(0, at).split("\n");
  return { line: line + before.length - 1, column: [...before[before.length - 1]!].length + 1 };
}

function writtenLength(cell: string, raw: string, at: number) {
  return raw[at] === '"' ? cell.replaceAll('"', '""').length + 2 : cell.length;
}
