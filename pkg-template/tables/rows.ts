import type { FileCode, Place, TableLocale } from "./issue";
import { problemOf } from "./words";

export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
  /** Cells that are not what they look like, by index. */
  readonly faults?: ReadonlyMap<number, FileCode> | undefined;
  /** A cell's text; empty if the row is shorter. */
  cell(index: number): string;
  placeOf(cell: number): Place;
}

/** A row of text, which can be read again. */
export interface TextRow extends Row {
  line: number;
  readonly raw: string;
  readonly delimiter: string;
}

/** The longest quoted cell: Excel's hold 32,767 characters, and each may be a doubled quotation mark. */
const LONGEST_CELL = 1 << 16;
const LONGEST_ROW = 1 << 22;

const QUOTE = '"';
/** Excel separates cells by commas, in “Unicode Text” by tabs, and by semicolons where the comma is the decimal mark. */
const delimiters = [",", "\t", ";", "，", "；", "|"];

/** Splits text into the rows of a table, piece by piece. Blank rows are skipped. */
export class RowReader {
  private rest = "";
  private line = 1;
  private delimiter: string | undefined;
  /** Old exports end their lines with a lone carriage return. */
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
      if (!isBlankLine(raw, delimiter)) rows.push(new PlainRow(this.line, raw, delimiter));
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

  /** Finds the delimiter in the first row, and where the rows begin; undefined while more text is needed. */
  private header(text: string, isLast: boolean): number | undefined {
    let at = 0;
    let passed = 0;
    for (;;) {
      const found = text.indexOf("\n", at);
      if (found < 0 && !isLast) return undefined;
      const end = found < 0 ? text.length : found;
      const line = text.slice(at, end).replace(/\r$/, "");
      // Excel takes its delimiter from such a line and does not show the line.
      const [, named] = line.match(/^"?sep=(.)"?$/i) ?? [];
      if (named === undefined && (line.trim() !== "" || end === text.length)) {
        this.delimiter ??= delimiters.reduce((best, mark) => (line.split(mark).length > line.split(best).length ? mark : best));
        this.line += passed;
        return at;
      }
      this.delimiter = named ?? this.delimiter;
      passed += 1;
      at = end + 1;
      if (at > text.length) return text.length;
    }
  }
}

/** A row without quotation marks, whose cells need no unquoting. It is split only when all cells are asked for. */
class PlainRow implements TextRow {
  private parts: readonly string[] | undefined;
  /** The columns of the cells asked for so far. */
  private columns: number[] | undefined;

  constructor(
    public line: number,
    readonly raw: string,
    readonly delimiter: string,
  ) {}

  get cells(): readonly string[] {
    return (this.parts ??= this.raw.split(this.delimiter));
  }

  cell(index: number): string {
    let start = 0;
    for (let at = 0; at < index; at += 1) {
      const mark = this.raw.indexOf(this.delimiter, start);
      if (mark < 0) return "";
      start = mark + 1;
    }
    const end = this.raw.indexOf(this.delimiter, start);
    return end < 0 ? this.raw.slice(start) : this.raw.slice(start, end);
  }

  placeOf(cell: number): Place {
    if (cell === 0) return { line: this.line, column: 1 };
    const { cells } = this;
    const columns = (this.columns ??= [1]);
    while (columns.length <= cell && columns.length <= cells.length) columns.push(columns[columns.length - 1]! + charactersIn(cells[columns.length - 1]!) + 1);
    return { line: this.line, column: columns[Math.min(cell, columns.length - 1)]! };
  }
}

const charactersIn = (text: string) => [...text].length;

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

  private places: { line: number; column: number }[] | undefined;

  cell(index: number): string {
    return this.cells[index] ?? "";
  }

  placeOf(cell: number): Place {
    this.places ??= placesIn(this.raw, [...this.starts, this.raw.length]);
    const { line, column } = this.places[Math.min(cell, this.starts.length)]!;
    return { line: this.line + line, column };
  }
}

/** The line (from 0) and column (from 1) of each of these ascending offsets. */
function placesIn(text: string, starts: readonly number[]) {
  let [at, line, column] = [0, 0, 1];
  return starts.map((start) => {
    const lines = text.slice(at, start).split("\n");
    line += lines.length - 1;
    column = (lines.length === 1 ? column : 1) + charactersIn(lines[lines.length - 1]!);
    at = start;
    return { line, column };
  });
}

/** Undefined if the row may continue in text still to come. */
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

function isBlankLine(line: string, delimiter: string) {
  const first = line.charCodeAt(0);
  // Most rows begin with a number, so this decides quickly.
  return !(first > 0x20 && line[0] !== delimiter) && isBlank(line.split(delimiter));
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell === "" || cell.trim() === "");
