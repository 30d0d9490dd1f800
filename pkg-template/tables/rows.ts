import type { FileCode, Place, TableLocale } from "./issue";
import { problemOf } from "./words";

export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
  /** Cells that are not what they look like, by their index. */
  readonly faults?: ReadonlyMap<number, FileCode> | undefined;
  placeOf(cell: number): Place;
}

/** A row of text, which can be read again. */
export interface TextRow extends Row {
  line: number;
  readonly raw: string;
  readonly delimiter: string;
}

/** A quoted cell of more characters is none: Excel's hold 32,767, and each may be a doubled quotation mark. */
const LONGEST_CELL = 1 << 16;
const LONGEST_ROW = 1 << 22;

const QUOTE = '"';
/** Excel separates by comma, by tab in its “Unicode text”, by semicolon where the comma is the decimal mark. */
const delimiters = [",", "\t", ";", "，", "；", "|"];

/** Takes text apart into the rows of a table, piece by piece. Blank rows are passed over. */
export class RowReader {
  private rest = "";
  private line = 1;
  private delimiter: string | undefined;
  /** Old exports end their lines with a carriage return alone. */
  private hasReturnsAlone: boolean | undefined;

  constructor(
    readonly locale: TableLocale,
    delimiter?: string,
  ) {
    this.delimiter = delimiter;
  }

  read(chunk: string, isLast: boolean): TextRow[] {
    let text = this.rest + chunk;
    this.hasReturnsAlone ??= text.includes("\n") ? false : text.includes("\r") && (isLast || text.length >= LONGEST_CELL) ? true : undefined;
    if (this.hasReturnsAlone) text = text.replaceAll("\r", "\n");
    const rows: TextRow[] = [];
    let at = 0;
    if (this.delimiter === undefined) {
      const header = this.header(text, isLast);
      if (header === undefined) return this.keep(text, 0, isLast, rows);
      at = header;
    }
    const delimiter = this.delimiter!;
    let quote = text.indexOf(QUOTE, at);
    while (at < text.length) {
      const found = text.indexOf("\n", at);
      const end = found < 0 && isLast ? text.length : found;
      if (quote >= 0 && quote < at) quote = text.indexOf(QUOTE, at);
      if (quote >= 0 && (end < 0 || quote < end)) {
        const row = quotedRow(text, at, delimiter, isLast, this.line);
        if (row === undefined) break;
        if (!isBlank(row.cells)) rows.push(row);
        this.line += row.raw.split("\n").length;
        at = row.end;
        continue;
      }
      if (end < 0) break;
      const raw = text.slice(at, text.charCodeAt(end - 1) === 0x0d && end > at ? end - 1 : end);
      const cells = raw.split(delimiter);
      if (!isBlank(cells)) rows.push(new PlainRow(this.line, cells, raw, delimiter));
      this.line += 1;
      at = end + 1;
    }
    return this.keep(text, at, isLast, rows);
  }

  private keep(text: string, at: number, isLast: boolean, rows: TextRow[]): TextRow[] {
    this.rest = isLast ? "" : text.slice(at);
    if (this.rest.length > LONGEST_ROW) throw problemOf("row_too_long", this.locale, [], { line: this.line, column: 1 });
    return rows;
  }

  /** Finds the mark between cells in the first row, and where the rows begin; undefined while more has to be seen. */
  private header(text: string, isLast: boolean): number | undefined {
    let at = 0;
    for (;;) {
      const found = text.indexOf("\n", at);
      if (found < 0 && !isLast) return undefined;
      const end = found < 0 ? text.length : found;
      const line = text.slice(at, end).replace(/\r$/, "");
      // Excel takes its separator from such a line and does not show it.
      const [, named] = line.match(/^"?sep=(.)"?$/i) ?? [];
      if (named === undefined && (line.trim() !== "" || end === text.length)) {
        this.delimiter ??= delimiters.reduce((best, mark) => (line.split(mark).length > line.split(best).length ? mark : best));
        return at;
      }
      this.delimiter = named ?? this.delimiter;
      this.line += 1;
      at = end + 1;
      if (at > text.length) return text.length;
    }
  }
}

/** A row without quotation marks: a cell is as long as it is written. */
class PlainRow implements TextRow {
  constructor(
    public line: number,
    readonly cells: readonly string[],
    readonly raw: string,
    readonly delimiter: string,
  ) {}

  placeOf(cell: number): Place {
    const start = this.cells.slice(0, cell).reduce((sum, { length }) => sum + length + 1, 0);
    return { line: this.line, column: [...this.raw.slice(0, start)].length + 1 };
  }
}

class QuotedRow implements TextRow {
  constructor(
    public line: number,
    readonly cells: readonly string[],
    /** Where each cell begins. */
    readonly starts: readonly number[],
    readonly raw: string,
    readonly delimiter: string,
    readonly end: number,
    readonly faults: ReadonlyMap<number, FileCode> | undefined,
  ) {}

  placeOf(cell: number): Place {
    const before = this.raw.slice(0, this.starts[cell] ?? this.raw.length).split("\n");
    return { line: this.line + before.length - 1, column: [...before[before.length - 1]!].length + 1 };
  }
}

/** Undefined where the row may go on in text still to come. */
function quotedRow(text: string, start: number, delimiter: string, isLast: boolean, line: number): QuotedRow | undefined {
  const cells: string[] = [];
  const starts: number[] = [];
  let faults: Map<number, FileCode> | undefined;
  let at = start;
  for (;;) {
    starts.push(at - start);
    const quoted = quotedCell(text, at, delimiter, isLast);
    if (quoted === undefined) return undefined;
    let behind: number;
    if (quoted === "none" || quoted === "stray") {
      behind = endOfPlainCell(text, at, delimiter);
      if (behind < 0 && !isLast) return undefined;
      if (behind < 0) behind = text.length;
      const end = text[behind] === "\n" && text[behind - 1] === "\r" && behind > at ? behind - 1 : behind;
      if (quoted === "stray") (faults ??= new Map()).set(cells.length, "csv_stray_quote");
      cells.push(text.slice(at, text[behind] === delimiter ? behind : end));
    } else {
      cells.push(quoted.cell);
      behind = quoted.behind;
    }
    if (text[behind] === delimiter) {
      at = behind + 1;
      continue;
    }
    const end = text[behind] === "\r" && text[behind + 1] === "\n" ? behind + 1 : behind;
    return new QuotedRow(line, cells, starts, text.slice(start, behind), delimiter, end + 1, faults);
  }
}

function endOfPlainCell(text: string, at: number, delimiter: string) {
  const mark = text.indexOf(delimiter, at);
  const line = text.indexOf("\n", at);
  if (mark < 0 || line < 0) return Math.max(mark, line);
  return Math.min(mark, line);
}

function quotedCell(text: string, start: number, delimiter: string, isLast: boolean): { cell: string; behind: number } | "none" | "stray" | undefined {
  let at = start;
  while (text[at] === " ") at += 1;
  if (text[at] !== QUOTE) return at === text.length && !isLast ? undefined : "none";
  for (let from = at + 1; ; ) {
    const quote = text.indexOf(QUOTE, from);
    if (quote < 0 ? text.length - at > LONGEST_CELL : quote - at > LONGEST_CELL) return "stray";
    if (quote < 0) return isLast ? "stray" : undefined;
    if (text[quote + 1] === QUOTE) {
      from = quote + 2;
      continue;
    }
    let behind = quote + 1;
    while (text[behind] === " ") behind += 1;
    if (text[behind] === "\r" && text[behind + 1] === undefined && !isLast) return undefined;
    if (behind === text.length && !isLast) return undefined;
    const isEnd = behind === text.length || text[behind] === delimiter || text[behind] === "\n" || (text[behind] === "\r" && (text[behind + 1] ?? "\n") === "\n");
    return isEnd ? { cell: text.slice(at + 1, quote).replaceAll('""', QUOTE), behind } : "stray";
  }
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell === "" || cell.trim() === "");
