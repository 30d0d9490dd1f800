import { validateOrder, type ValidateOptions } from "payscore";
import { csvRows } from "./csv";
import { lines } from "./lines";

/** One order of a file, or why it could not be read. `isText` where the file knows no other type. */
export type Record = { place: number; order: unknown; isText?: boolean } | { place: number; problem: string };

export type Format = "lines" | "array" | "csv";

export async function formatOf(file: File): Promise<Format> {
  if (/\.csv$/i.test(file.name)) return "csv";
  const opening = (await file.slice(0, 65_536).text()).replace(/^\uFEFF/, "").trimStart();
  if (opening.startsWith("[")) return "array";
  const [firstLine = ""] = opening.split("\n", 1);
  return isJson(firstLine) || opening.length >= 60_000 ? "lines" : "array";
}

export async function* recordsOf(file: File, format: Format, onRead: (bytes: number) => void): AsyncGenerator<Record> {
  if (format === "array") return yield* arrayRecords(file, onRead);
  const source = lines(file, onRead);
  if (format === "csv") yield* csvRecords(source);
  else yield* lineRecords(source);
}

async function* lineRecords(source: AsyncIterable<string>): AsyncGenerator<Record> {
  let place = 0;
  for await (const line of source) {
    place += 1;
    if (line.trim() !== "") yield parsed(place, line);
  }
}

async function* arrayRecords(file: File, onRead: (bytes: number) => void): AsyncGenerator<Record> {
  const value: unknown = JSON.parse((await file.text()).replace(/^\uFEFF/, ""));
  onRead(file.size);
  const orders = Array.isArray(value) ? value : [value];
  for (const [place, order] of orders.entries()) yield { place, order };
}

async function* csvRecords(source: AsyncIterable<string>): AsyncGenerator<Record> {
  let paths: string[][] | undefined;
  for await (const { line, cells } of csvRows(source)) {
    if (paths === undefined) paths = cells.map(pathOf);
    else yield { place: line, order: nested(paths, cells), isText: true };
  }
}

function parsed(place: number, line: string): Record {
  try {
    return { place, order: JSON.parse(line) };
  } catch (error) {
    return { place, problem: (error as Error).message };
  }
}

/** A column is a path: `post_payments[0].name`, `post_payments.0.name` or `/post_payments/0/name`. */
function pathOf(column: string) {
  return column.trim().split(/[.[\]/]+/).filter((step) => step !== "");
}

function nested(paths: string[][], cells: string[]) {
  const order = {};
  for (const [position, path] of paths.entries()) {
    const cell = cells[position];
    if (cell !== undefined && cell !== "") put(order, path, cell);
  }
  return order;
}

function put(order: object, path: string[], value: unknown) {
  let place = order as { [step: string]: unknown };
  for (const [depth, step] of path.entries()) {
    const following = path[depth + 1];
    if (following === undefined) place[step] = value;
    else place = (place[step] ??= /^\d+$/.test(following) ? [] : {}) as { [step: string]: unknown };
  }
}

/** Cells are text: where the package expects another type, the cell is read as JSON. */
export function typedAsExpected(order: unknown, options: ValidateOptions) {
  for (let depth = 0; depth < 3; depth += 1) {
    const { issues } = validateOrder(order, options);
    const mistyped = issues.filter(({ code, params }) => code === "invalid_type" && "received" in params && params.received === "string");
    if (!mistyped.some(({ path }) => readAsJson(order, path))) break;
  }
  return order;
}

function readAsJson(order: unknown, path: (string | number)[]) {
  const holder = path.slice(0, -1).reduce((place, step) => (place as { [step: string]: unknown })[step], order) as { [step: string]: unknown };
  const last = path[path.length - 1]!;
  const text = String(holder[last]);
  if (!isJson(text)) return false;
  holder[last] = JSON.parse(text);
  return true;
}

function isJson(text: string) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
