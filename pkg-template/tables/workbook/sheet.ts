import type { FileCode, Place } from "../issue";
import type { Row } from "../rows";
import { type NumberFormat, numberText } from "./formats";
import { readXml } from "./xml";
import { Damaged } from "./zip";

const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
/** Cells further right are reported at the first such column: no order has so many. */
const COLUMNS_READ = 512;

/** What the cells of a sheet refer to. */
export interface Book {
  strings: readonly string[];
  formats: readonly NumberFormat[];
  is1904: boolean;
}

export class WorkbookRow implements Row {
  constructor(
    readonly line: number,
    readonly cells: readonly string[],
    readonly faults: ReadonlyMap<number, FileCode> | undefined,
  ) {}

  cell(index: number): string {
    return this.cells[index] ?? "";
  }

  placeOf(cell: number): Place {
    return { line: this.line, column: cell + 1, cell: `${columnName(cell)}${this.line}` };
  }
}

/** The rows of a sheet that are not blank, some at a time. */
export function* sheetRows(chunks: Iterable<Uint8Array>, book: Book): Generator<WorkbookRow[]> {
  const sheet = new SheetReader(book);
  for (const _ of readXml(chunks, sheet)) yield sheet.take();
}

class SheetReader {
  private rows: WorkbookRow[] = [];
  private line = 0;
  private cells: string[] = [];
  private faults: Map<number, FileCode> | undefined;
  private column = -1;
  private type: string | undefined;
  private format: NumberFormat;
  /** The cell's value, its formula, and which of the two is being read. */
  private value = "";
  private formula: string | undefined;
  private reads: "value" | "formula" | undefined;

  constructor(readonly book: Book) {}

  take(): WorkbookRow[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === "c") this.openCell(attributes);
    else if (name === "row") this.openRow(attributes.r);
    else if (name === "v" || name === "t") this.reads = "value";
    else if (name === "f") {
      this.formula = "";
      this.reads = "formula";
    } else if (name === "rPh") this.reads = undefined;
  }

  text(text: string): void {
    if (this.reads === "value") this.value += text;
    else if (this.reads === "formula") this.formula += text;
  }

  close(name: string): void {
    this.reads = undefined;
    if (name === "c") this.closeCell();
    else if (name === "row" && this.cells.some((cell) => cell.trim() !== "")) this.rows.push(new WorkbookRow(this.line, this.cells, this.faults));
  }

  private openRow(number: string | undefined) {
    this.line = number === undefined ? this.line + 1 : Number(number);
    if (!(this.line >= 1 && this.line <= MOST_ROWS)) throw new Damaged();
    this.cells = [];
    this.faults = undefined;
    this.column = -1;
  }

  private openCell({ r, t, s }: Readonly<Record<string, string>>) {
    this.column = r === undefined ? this.column + 1 : columnOf(r);
    if (!(this.column >= 0 && this.column < MOST_COLUMNS)) throw new Damaged();
    this.type = t;
    this.format = s === undefined ? undefined : this.book.formats[Number(s)];
    this.value = "";
    this.formula = undefined;
  }

  private closeCell() {
    const text = this.cellText();
    if (text === "") return;
    const column = Math.min(this.column, COLUMNS_READ);
    while (this.cells.length < column) this.cells.push("");
    this.cells[column] = text;
  }

  private cellText(): string {
    // A program may write a formula without its value; Excel computes it when it opens the file.
    if (this.value === "" && this.formula !== undefined && this.type !== "str") {
      (this.faults ??= new Map()).set(Math.min(this.column, COLUMNS_READ), "csv_formula");
      return `=${this.formula}`;
    }
    switch (this.type) {
      case "s": {
        const string = this.book.strings[Number(this.value)];
        if (string === undefined) throw new Damaged();
        return string;
      }
      case "b":
        return this.value === "1" || this.value === "true" ? "TRUE" : "FALSE";
      case "d":
        return this.value.replace("T", " ").replace(/(\.\d+)?Z?$/, "");
      case "inlineStr":
      case "str":
        return unescaped(this.value);
      case "e":
        return this.value;
      default:
        return numberText(this.value, this.format, this.book.is1904);
    }
  }
}

/** Excel writes characters that XML does not allow as `_x0007_`. */
export const unescaped = (text: string): string =>
  text.includes("_x") ? text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text;

/** The column of a cell such as `AB12`, from 0. */
function columnOf(cell: string) {
  let column = 0;
  for (let at = 0; at < cell.length; at += 1) {
    const letter = (cell.charCodeAt(at) & 0xdf) - 0x40;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

function columnName(column: number): string {
  const letter = String.fromCharCode(0x41 + (column % 26));
  return column < 26 ? letter : `${columnName(Math.floor(column / 26) - 1)}${letter}`;
}
