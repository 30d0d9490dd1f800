import type { CompletionDraft } from "payscore";
import type { PlacedDraft } from "../draft";
import type { CheckedOrder, Finding, Place } from "../report";
import type { Locale } from "../words";
import { bare, listOf, valueOf } from "./cell";
import type { Column, Columns } from "./columns";
import { findingOf } from "./finding";
import type { TableCode } from "./rules";
import { likelyCause, mangling } from "./mangled";
import { NumberWidths } from "./number-widths";
import type { Row } from "./rows";

type Path = readonly (string | number)[];

interface Cell {
  row: Row;
  column: Column;
}

export interface TableOptions {
  locale: Locale;
  /** Whether an order of this number was created; undefined where nothing is known of creation. */
  wasCreated?: (number: string) => boolean;
}

/** One item a row: the rows of an order follow one another, and have its number or none. */
export async function* draftsOf(rows: AsyncIterable<Row>, columns: Columns, options: TableOptions): AsyncGenerator<PlacedDraft> {
  const numberColumn = columns.known.find(({ path }) => path[0] === "out_order_no")!;
  const seen = new Set<string>();
  let order: TableOrder | undefined;
  let index = 0;
  for await (const row of rows) {
    const number = bare(row.cells[numberColumn.index] ?? "");
    if (order === undefined || (number !== "" && number !== order.number)) {
      if (order) yield order.placed();
      order = new TableOrder(index, number, { row, column: numberColumn }, options);
      index += 1;
      if (seen.has(number)) order.refuse("csv_rows_apart");
      seen.add(number);
    }
    order.add(row, columns);
  }
  if (order) yield order.placed();
}

/** What only the whole table tells, as findings of orders that were told of before. */
export function widthWarnings(widths: NumberWidths, columns: Columns, locale: Locale): CheckedOrder[] {
  const { header } = columns.known.find(({ path }) => path[0] === "out_order_no")!;
  return widths.tooShort().map(({ index, line, column, out_order_no }) => {
    const issue = findingOf("csv_leading_zeros_lost", { path: ["out_order_no"], header, value: out_order_no, place: { line, column }, locale });
    return { index, line, column, out_order_no, valid: true, issues: [issue] };
  });
}

class TableOrder {
  readonly #draft = { post_payments: [] } as unknown as CompletionDraft & Record<string, unknown>;
  readonly #cells = new Map<string, Cell>();
  readonly #findings: Finding[] = [];
  #isWhole = true;

  constructor(
    readonly index: number,
    readonly number: string,
    readonly first: Cell,
    readonly options: TableOptions,
  ) {}

  add(row: Row, { known, unknown }: Columns) {
    for (const column of known) if (column.of === "order") this.#addField({ row, column });
    this.#addItem(row, known.filter(({ of }) => of === "item"));
    const width = known.length + unknown.length;
    const beyond = row.cells.findIndex((cell, index) => index >= width && cell.trim() !== "");
    if (beyond >= 0) this.#refuseAt("csv_too_many_cells", [], "", row.cells[beyond]!, row.placeOf(beyond));
  }

  refuse(code: TableCode) {
    this.#refuseAt(code, ["out_order_no"], this.first.column.header, this.number, this.#place(this.first));
  }

  placed(): PlacedDraft {
    if (mangling("number", this.number) === "csv_scientific_notation") this.#isWhole = false;
    this.#missLeadingZeros();
    return {
      index: this.index,
      place: this.#place(this.first),
      out_order_no: this.number === "" ? null : this.number,
      draft: this.#isWhole ? this.#draft : undefined,
      findings: this.#findings,
      placeOf: (path) => this.#place(this.#cellOf(path) ?? this.first),
      explained: (issue) => this.#explained(issue),
    };
  }

  #addField(cell: Cell) {
    const { path, kind } = cell.column;
    const value = valueOf(kind, textOf(cell));
    if (value === undefined) return;
    const before = this.#cells.get(pointerOf(path));
    if (before === undefined) {
      put(this.#draft, path, value);
      this.#keep(path, cell);
    } else if (value !== valueOf(kind, textOf(before))) {
      this.#find("csv_rows_differ", path, cell);
    }
  }

  #addItem(row: Row, columns: Column[]) {
    const filled = columns.map((column) => ({ row, column })).filter((cell) => textOf(cell).trim() !== "");
    const type = filled.find(({ column }) => column.kind === "type");
    const parts = filled.filter((cell) => cell !== type);
    const [first] = parts;
    if (first === undefined) return;
    const typeColumn = columns.find(({ kind }) => kind === "type");
    const list = typeColumn === undefined ? "post_payments" : listOf(type ? textOf(type) : "");
    if (list === undefined) {
      this.#isWhole = false;
      return this.#find("csv_item_type", [], { row, column: typeColumn! });
    }
    const items = (this.#draft[list] ??= []) as object[];
    const path = [list, items.length];
    const item: Record<string, unknown> = {};
    items.push(item);
    this.#cells.set(pointerOf(path), first);
    if (!this.#cells.has(pointerOf([list]))) this.#cells.set(pointerOf([list]), first);
    for (const cell of parts) {
      const [name] = cell.column.path;
      item[name!] = valueOf(cell.column.kind, textOf(cell));
      this.#keep([...path, name!], cell);
    }
  }

  #keep(path: Path, cell: Cell) {
    this.#cells.set(pointerOf(path), cell);
    const code = mangling(cell.column.kind, textOf(cell));
    if (code) this.#find(code, path, cell);
  }

  #explained(issue: Finding): Finding {
    const cell = this.#cells.get(issue.pointer);
    const code = cell && likelyCause(cell.column.kind, textOf(cell));
    return code ? this.#finding(code, issue.path, cell) : issue;
  }

  #missLeadingZeros() {
    const { wasCreated } = this.options;
    if (!wasCreated || !/^\d+$/.test(this.number) || wasCreated(this.number)) return;
    for (let full = `0${this.number}`; full.length <= 32; full = `0${full}`) {
      if (!wasCreated(full)) continue;
      this.#isWhole = false;
      const finding = this.#finding("csv_leading_zeros_lost", ["out_order_no"], this.first);
      this.#findings.push({ ...finding, severity: "error", params: { value: this.number, created: full } });
      return;
    }
  }

  #refuseAt(code: TableCode, path: Path, header: string, value: string, place: Place) {
    this.#isWhole = false;
    this.#findings.push(findingOf(code, { path, header, value, place, locale: this.options.locale }));
  }

  #find(code: TableCode, path: Path, cell: Cell) {
    this.#findings.push(this.#finding(code, path, cell));
  }

  #finding(code: TableCode, path: Path, cell: Cell): Finding {
    const { locale } = this.options;
    return findingOf(code, { path, header: cell.column.header, value: textOf(cell), place: this.#place(cell), locale });
  }

  /** The cell of a value or, if it is missing, one of what should hold it. */
  #cellOf(path: Path): Cell | undefined {
    for (let length = path.length; length > 0; length -= 1) {
      const cell = this.#cells.get(pointerOf(path.slice(0, length)));
      if (cell) return cell;
    }
    return undefined;
  }

  #place({ row, column }: Cell): Place {
    return row.placeOf(column.index);
  }
}

const textOf = ({ row, column }: Cell) => row.cells[column.index] ?? "";

const pointerOf = (path: Path) => path.map((step) => `/${step}`).join("");

function put(draft: Record<string, unknown>, path: readonly string[], value: unknown) {
  const [step, ...rest] = path;
  if (rest.length === 0) draft[step!] = value;
  else put((draft[step!] ??= {}) as Record<string, unknown>, rest, value);
}
