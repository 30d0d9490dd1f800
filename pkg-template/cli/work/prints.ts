import { type NumberHash, hashOf } from "../../tables/number-set";
import { type OrdersPiece, ordersIn, textOfOrder } from "../read/pieces";
import type { SeenOrder } from "./job";

/** Totals below this (21 million yuan) are their own fingerprint; anything else is hashed to a number above it. */
const TOTALS = 2 ** 31;

/** The fingerprint that distinguishes two orders with the same number: of a total, or of a text. */
export function printOf(given: unknown): number | undefined {
  if (given === undefined || given === null) return undefined;
  if (typeof given === "number" && Number.isInteger(given) && given >= 0 && given < TOTALS) return given;
  return TOTALS + (hashOf(String(given)).low >>> 1);
}

export const totalIn = (print: number): number | undefined => (print < TOTALS ? print : undefined);

/** The numbers and totals of a piece, found in its bytes; only an order in an unusual notation is parsed. */
export function seenIn(piece: OrdersPiece, isWrapped: boolean, by: "total_amount" | "content"): SeenOrder[] {
  const bytes = Buffer.from(piece.bytes.buffer, piece.bytes.byteOffset, piece.bytes.length);
  const numbers = new Finder(bytes, '"out_order_no"');
  const totals = new Finder(bytes, '"total_amount"');
  const seen: SeenOrder[] = [];
  for (let order = 0; order < ordersIn(piece); order += 1) {
    const [start, end] = [piece.spans[order * 2]!, piece.spans[order * 2 + 1]!];
    let hash = plainNumber(bytes, numbers.only(start, end));
    let print: number | undefined = by === "content" ? printOf(textOfOrder(piece, order)) : plainTotal(bytes, totals.only(start, end));
    if (hash === undefined || print === undefined) {
      const parsed = parsedOrder(textOfOrder(piece, order), isWrapped);
      hash = parsed && hashOf(parsed.number);
      print ??= printOf(parsed?.total);
    }
    if (hash !== undefined && print !== undefined) seen.push({ order, low: hash.low, high: hash.high, print });
  }
  return seen;
}

/** Finds a key repeatedly in the same bytes, moving forward. */
class Finder {
  #next = -1;

  constructor(
    readonly bytes: Buffer,
    readonly key: string,
  ) {}

  /** The offset after the key, if it occurs exactly once in this span. */
  only(start: number, end: number): number | undefined {
    if (this.#next < start) this.#next = this.#from(start);
    if (this.#next >= end) return undefined;
    const found = this.#next;
    this.#next = this.#from(found + this.key.length);
    return this.#next >= end ? found + this.key.length : undefined;
  }

  #from(start: number) {
    const found = this.bytes.indexOf(this.key, start, "latin1");
    return found < 0 ? Infinity : found;
  }
}

const COLON = 0x3a;
const QUOTE = 0x22;
const ZERO = 0x30;
const NINE = 0x39;

function plainNumber(bytes: Buffer, behindKey: number | undefined): NumberHash | undefined {
  if (behindKey === undefined) return undefined;
  const start = behindColon(bytes, behindKey);
  if (start === undefined || bytes[start] !== QUOTE) return undefined;
  const end = bytes.indexOf(QUOTE, start + 1);
  const text = bytes.toString("latin1", start + 1, end);
  return /^[\w|*-]+$/.test(text) ? hashOf(text) : undefined;
}

function plainTotal(bytes: Buffer, behindKey: number | undefined): number | undefined {
  if (behindKey === undefined) return undefined;
  let at = behindColon(bytes, behindKey);
  if (at === undefined) return undefined;
  let total = 0;
  const start = at;
  for (let byte = bytes[at]!; byte >= ZERO && byte <= NINE; byte = bytes[++at]!) total = total * 10 + (byte - ZERO);
  // A fraction or an exponent makes it another number.
  const isPlain = at > start && at - start <= 15 && [0x2c, 0x7d, 0x20, 0x0a, 0x0d, 0x09].includes(bytes[at]!);
  return isPlain ? printOf(total) : undefined;
}

function behindColon(bytes: Buffer, from: number): number | undefined {
  let at = from;
  while (bytes[at] === 0x20) at += 1;
  if (bytes[at] !== COLON) return undefined;
  at += 1;
  while (bytes[at] === 0x20) at += 1;
  return at;
}

function parsedOrder(text: string, isWrapped: boolean): { number: string; total: unknown } | undefined {
  try {
    const value = JSON.parse(text);
    const order = isWrapped ? value.order : value;
    return typeof order.out_order_no === "string" ? { number: order.out_order_no, total: order.total_amount } : undefined;
  } catch {
    // Not JSON, which is reported elsewhere.
    return undefined;
  }
}
