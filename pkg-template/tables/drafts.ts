import type { Issue } from "payscore";
import type { Drafts, OperationName } from "./operations";
import { listOf, valueOf } from "./cell";
import type { ItemList } from "./cell";
import type { Column, Columns } from "./columns";
import { type FileCode, type Place, type PlacedIssue, type TableLocale, issueOf, pointerOf } from "./issue";
import { likelyCause, mangling } from "./mangled";
import type { Row } from "./rows";
import { Groups, type Survey, apartOf, isDigits } from "./survey";
import { detailsOf } from "./words";

type Path = readonly (string | number)[];

interface Cell {
  row: Row;
  column: Column;
}

/** All that is needed to turn rows into drafts, as plain data. */
export interface Layout {
  columns: Columns;
  survey: Survey;
  locale: TableLocale;
}

type WasCreated = (number: string) => boolean;

/** 表格中的一份草稿，及其各部分的位置。A draft from a table, and where each part of it is. */
export interface TableDraft<Operation extends OperationName = "complete"> extends Place {
  /** 从 0 起。From 0. */
  index: number;
  out_order_no: string | null;
  /**
   * 表格没有说清哪些内容属于这个订单，或已丢失一部分时，没有草稿：不可发送任何内容。
   *
   * Undefined if the table does not say what belongs to the order, or has lost some of it: then nothing may be sent.
   */
  draft: Drafts[Operation] | undefined;
  /**
   * 各行不相邻的订单的后面一部分：只为指出问题，不是又一个订单。
   *
   * A later part of an order whose rows are not adjacent: it only carries the issue, and does not count as another order.
   */
  isFurther: boolean;
  /** 表格本身的问题。Issues of the table itself. */
  issues: PlacedIssue[];
  /** 某个值在哪里；缺失时，它应在哪里。Where a value is or, if it is missing, where it should be. */
  placeOf(path: readonly (string | number)[]): Place;
  /**
   * 这个订单的全部问题：表格本身的，与检查草稿得到的（`issues`），后者用表格的话说明。
   *
   * All issues of the order: those of the table itself, and those found in the draft, reworded for the table.
   */
  merged(issues: readonly Issue[]): PlacedIssue[];
}

/** Groups rows into orders. */
export class DraftReader {
  private readonly groups = new Groups();
  private readonly items: Column[];
  private readonly fields: Column[];
  private order: TableOrder | undefined;
  private index: number;

  constructor(
    readonly layout: Layout,
    readonly wasCreated: WasCreated | undefined,
    firstIndex = 0,
  ) {
    this.items = layout.columns.known.filter(({ of }) => of === "item");
    this.fields = layout.columns.known.filter(({ of }) => of === "order");
    this.index = firstIndex;
  }

  /** Returns the previous order once a row begins another. */
  add(row: Row): TableDraft<never> | undefined {
    const number = this.groups.begins(row, this.layout.columns.number.index);
    let before: TableDraft<never> | undefined;
    if (number !== undefined) {
      before = this.end();
      this.order = this.begin(number, row);
    }
    this.order!.add(row, this.fields, this.items);
    return before;
  }

  end(): TableDraft<never> | undefined {
    const order = this.order;
    this.order = undefined;
    return order?.placed(this.wasCreated);
  }

  private begin(number: string, row: Row): TableOrder {
    const part = apartOf(this.layout.survey, number);
    const isFurther = part !== undefined && row.line !== part.lines[0];
    const order = new TableOrder(isFurther ? part.index : this.index, number, isFurther, row, this.layout);
    if (!isFurther) this.index += 1;
    if (part) order.refuseApart(part.lines);
    return order;
  }
}

/** Columns that were not read, as issues of the table rather than of an order. */
export function unknownColumns(header: Row, { columns, locale }: Pick<Layout, "columns" | "locale">): PlacedIssue[] {
  return columns.unknown.map(({ index, header: name, near }) =>
    issueOf("csv_unknown_column", {
      path: [],
      header: name,
      value: "",
      place: header.placeOf(index),
      locale,
      ...(near !== undefined && { detail: detailsOf(locale).near(near) }),
      params: { value: name.trim(), suggestion: near ?? null },
    }),
  );
}

class TableOrder {
  private readonly draft: Record<string, unknown>;
  /** For each value of the whole order, by column, the row it came from. */
  private readonly given = new Map<Column, Row>();
  private readonly items: { list: ItemList; row: Row; first: Column }[] = [];
  private readonly issues: PlacedIssue[] = [];
  private isWhole = true;

  constructor(
    readonly index: number,
    readonly number: string,
    readonly isFurther: boolean,
    readonly first: Row,
    readonly layout: Layout,
  ) {
    this.draft = layout.columns.known.some(({ of }) => of === "item") ? { post_payments: [] } : {};
  }

  add(row: Row, fields: readonly Column[], items: readonly Column[]): void {
    const { width } = this.layout.columns;
    if (row.faults) for (const [index, code] of row.faults) this.refuse(code, index, row);
    if (row.cells.length < width) this.findFullWidthCommas(row, width);
    for (const column of fields) this.addField(row, column);
    if (items.length > 0) this.addItem(row, items);
    if (row.cells.length <= width) return;
    const beyond = row.cells.findIndex((cell, index) => index >= width && cell.trim() !== "");
    if (beyond >= 0) this.refuse("csv_too_many_cells", beyond, row);
  }

  refuseApart([first, second]: readonly [number, number]): void {
    const { number } = this.layout.columns;
    const details = detailsOf(this.layout.locale);
    const isFirst = this.first.line === first;
    this.isWhole = false;
    this.find("csv_rows_apart", ["out_order_no"], { row: this.first, column: number }, {
      detail: isFirst ? details.partBehind(second) : details.partBefore(first),
      params: { other: isFirst ? second : first },
    });
  }

  placed(wasCreated: WasCreated | undefined): TableDraft<never> {
    if (mangling("number", this.number) === "csv_scientific_notation") this.isWhole = false;
    if (!this.isFurther) this.missLeadingZeros(wasCreated);
    return {
      index: this.index,
      ...this.place({ row: this.first, column: this.layout.columns.number }),
      out_order_no: this.number === "" ? null : this.number,
      draft: this.isWhole ? (this.draft as never) : undefined,
      isFurther: this.isFurther,
      issues: this.issues,
      placeOf: (path) => this.placeOf(path),
      merged: (issues) => this.merged(issues),
    };
  }

  private addField(row: Row, column: Column) {
    const cell = row.cells[column.index];
    if (cell === undefined || cell === "") return;
    const { path, kind } = column;
    const value = valueOf(kind, cell, this.layout.columns.unit);
    if (value === undefined) return;
    const before = this.given.get(column);
    if (before === undefined) {
      put(this.draft, path, value);
      this.given.set(column, row);
      this.findMangling(path, { row, column });
    } else if (value !== valueOf(kind, before.cells[column.index]!, this.layout.columns.unit)) {
      this.find("csv_rows_differ", path, { row, column });
    }
  }

  private addItem(row: Row, columns: readonly Column[]) {
    let type: Column | undefined;
    let typeColumn: Column | undefined;
    let first: Column | undefined;
    for (const column of columns) {
      if (column.kind === "type") typeColumn = column;
      if ((row.cells[column.index] ?? "").trim() === "") continue;
      if (column.kind === "type") type = column;
      else first ??= column;
    }
    if (first === undefined) return;
    const list = typeColumn === undefined ? "post_payments" : listOf(type ? row.cells[type.index]! : "");
    if (list === undefined) {
      this.isWhole = false;
      this.find("csv_item_type", [], { row, column: typeColumn! });
      return;
    }
    const items = (this.draft[list] ??= []) as object[];
    const item: Record<string, unknown> = {};
    this.items.push({ list, row, first });
    items.push(item);
    for (const column of columns) {
      if (column === type) continue;
      const value = valueOf(column.kind, row.cells[column.index] ?? "", this.layout.columns.unit);
      if (value === undefined) continue;
      const [name] = column.path;
      item[name!] = value;
      this.findMangling([list, items.length - 1, name!], { row, column });
    }
  }

  private findMangling(path: Path, cell: Cell) {
    const code = mangling(cell.column.kind, textOf(cell));
    if (code === undefined) return;
    if (code === "csv_formula") this.isWhole = false;
    this.find(code, path, cell);
  }

  /** Reports a row that would have as many cells as the header if its full-width commas were plain ones. */
  private findFullWidthCommas(row: Row, width: number) {
    const marks = row.cells.reduce((sum, cell) => sum + cell.split("，").length - 1, 0);
    if (marks > 0 && row.cells.length + marks === width) this.refuse("csv_full_width_comma", row.cells.findIndex((cell) => cell.includes("，")), row);
  }

  private missLeadingZeros(wasCreated: WasCreated | undefined) {
    const { number } = this;
    if (!isDigits(number)) return;
    const cell = { row: this.first, column: this.layout.columns.number };
    const full = wasCreated && !wasCreated(number) ? fullNumber(number, wasCreated) : undefined;
    if (full !== undefined) {
      this.isWhole = false;
      const detail = detailsOf(this.layout.locale).createdAs(full);
      return this.find("csv_leading_zeros_lost", ["out_order_no"], cell, { severity: "error", detail, params: { created: full } });
    }
    const { tooShort } = this.layout.survey;
    if (tooShort && number.length >= tooShort.from && number.length <= tooShort.to) this.find("csv_leading_zeros_lost", ["out_order_no"], cell);
  }

  /** Reports a row that was damaged: then the order is no longer what it was. */
  private refuse(code: FileCode, index: number, row: Row) {
    const column = this.layout.columns.known.find((known) => known.index === index);
    this.isWhole = false;
    const { locale } = this.layout;
    this.issues.push(issueOf(code, { path: [], header: column?.header ?? "", value: row.cells[index] ?? "", place: row.placeOf(index), locale }));
  }

  private find(code: FileCode, path: Path, cell: Cell, more: Partial<Parameters<typeof issueOf>[1]> = {}) {
    this.issues.push(this.issue(code, path, cell, more));
  }

  private issue(code: FileCode, path: Path, cell: Cell, more: Partial<Parameters<typeof issueOf>[1]> = {}): PlacedIssue {
    const { locale } = this.layout;
    return issueOf(code, { path, header: cell.column.header, value: textOf(cell), place: this.place(cell), locale, ...more });
  }

  private merged(issues: readonly Issue[]): PlacedIssue[] {
    if (issues.length === 0) return this.issues;
    const told = new Set(this.issues.map(({ pointer }) => pointer));
    const others = issues.filter(({ pointer }) => pointer === "" || !told.has(pointer));
    return [...this.issues, ...others.map((issue) => this.explained(issue))];
  }

  private explained(issue: Issue): PlacedIssue {
    const cell = this.cellOf(issue.path);
    const isThere = cell !== undefined && cell.column.path[cell.column.path.length - 1] === issue.path[issue.path.length - 1];
    const code = isThere ? likelyCause(cell.column.kind, textOf(cell)) : undefined;
    return code ? this.issue(code, issue.path, cell!) : { ...issue, ...this.placeOf(issue.path) };
  }

  private placeOf(path: Path): Place {
    return this.place(this.cellOf(path) ?? { row: this.first, column: this.layout.columns.number });
  }

  /** The cell of a value or, if it is missing, a cell of the item or order that lacks it. */
  private cellOf(path: Path): Cell | undefined {
    const [list, place, name] = path;
    if (list === "post_payments" || list === "post_discounts") {
      const item = this.items.filter((item) => item.list === list)[typeof place === "number" ? place : 0];
      if (item === undefined) return undefined;
      const column = this.layout.columns.known.find((column) => column.of === "item" && column.path[0] === name);
      return { row: item.row, column: column && (item.row.cells[column.index] ?? "").trim() !== "" ? column : item.first };
    }
    const pointer = pointerOf(path);
    const column = this.layout.columns.known.find((column) => column.of === "order" && pointerOf(column.path) === pointer);
    return column && { row: this.given.get(column) ?? this.first, column };
  }

  private place({ row, column }: Cell): Place {
    return row.placeOf(column.index);
  }
}

const MOST_DIGITS = 32;

function fullNumber(number: string, wasCreated: WasCreated): string | undefined {
  for (let full = `0${number}`; full.length <= MOST_DIGITS; full = `0${full}`) if (wasCreated(full)) return full;
  return undefined;
}

const textOf = ({ row, column }: Cell) => row.cells[column.index] ?? "";

function put(draft: Record<string, unknown>, path: readonly string[], value: unknown) {
  const [step, inner] = path;
  if (inner === undefined) draft[step!] = value;
  else ((draft[step!] ??= {}) as Record<string, unknown>)[inner] = value;
}
