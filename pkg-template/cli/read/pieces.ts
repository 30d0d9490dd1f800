import type { Row } from "../../tables/rows";

/** A part of an input that can be processed by itself, with its place in the whole. */
export type Piece = LinesPiece | JsonPiece | RowsPiece;

interface BytesPiece {
  bytes: Uint8Array;
  /** Where each order begins and ends. */
  spans: number[];
  /** The line of the first byte, from 1. */
  line: number;
  offset: number;
  /** The index of its first order, from 0. */
  index: number;
}

/** Complete lines of NDJSON. */
export interface LinesPiece extends BytesPiece {
  type: "lines";
  /** The line of each order, counted from the first one here. */
  lines: number[];
}

/** JSON that is valid by itself: an array of some of the orders, or a single one. */
export interface JsonPiece extends BytesPiece {
  type: "json";
  /** The column of the first byte, in code points. If a bracket was added, it precedes the first order. */
  column: number;
  isLast: boolean;
}

/** Complete orders of a table. */
export interface RowsPiece {
  type: "rows";
  rows: Row[];
  index: number;
}

export type OrdersPiece = LinesPiece | JsonPiece;

export const ordersIn = ({ spans }: OrdersPiece): number => spans.length / 2;

export function textOfOrder({ bytes, spans }: OrdersPiece, order: number): string {
  return textIn(bytes, spans[order * 2]!, spans[order * 2 + 1]!);
}

export const textIn = (bytes: Uint8Array, start: number, end: number): string => Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString("utf8");

/** Where the orders of a piece begin in their file, to be asked for in order. */
export class Starts {
  #at = 0;
  #line: number;
  #column: number;

  constructor(readonly piece: OrdersPiece) {
    this.#line = piece.line;
    this.#column = piece.type === "json" ? piece.column : 1;
  }

  of(order: number): { line: number; column: number } {
    const { bytes, spans } = this.piece;
    for (const start = spans[order * 2]!; this.#at < start; this.#at += 1) {
      const byte = bytes[this.#at]!;
      if (byte === LINE_FEED) {
        this.#line += 1;
        this.#column = 1;
      } else if ((byte & 0xc0) !== 0x80) {
        this.#column += 1;
      }
    }
    return { line: this.#line, column: this.#column };
  }
}

/** An order may not be longer; no more bytes than this are held. */
const LONGEST_ORDER = 1 << 26;

const LINE_FEED = 0x0a;
const COMMA = 0x2c;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Splits NDJSON at line ends, into pieces of at least so many bytes. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, leastBytes: number, start: number): AsyncGenerator<LinesPiece> {
  let held: Uint8Array[] = [];
  let size = 0;
  let line = 1;
  let offset = start;
  let index = 0;
  let isSkipping = false;
  const take = (bytes: Uint8Array): LinesPiece => {
    const { spans, lines, ends } = linesIn(bytes);
    const piece: LinesPiece = { type: "lines", bytes, spans, lines, line, offset, index };
    line += ends;
    offset += bytes.length;
    index += lines.length;
    return piece;
  };
  for await (let chunk of chunks) {
    if (isSkipping) {
      const end = chunk.indexOf(LINE_FEED);
      offset += end < 0 ? chunk.length : end + 1;
      if (end < 0) continue;
      // The line was reported when it was cut off.
      chunk = chunk.subarray(end + 1);
      line += 1;
      isSkipping = false;
    }
    const end = chunk.lastIndexOf(LINE_FEED) + 1;
    if (end > 0 && size + end >= leastBytes) {
      yield take(Buffer.concat([...held, chunk.subarray(0, end)]));
      held = end < chunk.length ? [chunk.subarray(end)] : [];
      size = chunk.length - end;
      continue;
    }
    held.push(chunk);
    size += chunk.length;
    if (size > LONGEST_ORDER) {
      yield take(Buffer.concat(held));
      held = [];
      size = 0;
      isSkipping = true;
    }
  }
  if (size > 0) yield take(Buffer.concat(held));
}

/** The lines that are not blank, and how many line ends there are. */
function linesIn(bytes: Uint8Array) {
  const spans: number[] = [];
  const lines: number[] = [];
  let ends = 0;
  for (let at = 0; at < bytes.length; ) {
    const found = bytes.indexOf(LINE_FEED, at);
    const end = found < 0 ? bytes.length : found;
    const start = filledFrom(bytes, at, end);
    if (start < end) {
      spans.push(start, end);
      lines.push(ends);
    }
    if (found >= 0) ends += 1;
    at = end + 1;
  }
  return { spans, lines, ends };
}

function filledFrom(bytes: Uint8Array, start: number, end: number) {
  let at = start;
  while (at < end && isSpace(bytes[at]!)) at += 1;
  return at;
}

const isSpace = (byte: number) => byte === 0x20 || byte === 0x09 || byte === LINE_FEED || byte === 0x0d;

/** A document with a single order. */
export async function* documentOf(chunks: AsyncIterable<Uint8Array>, start: number): AsyncGenerator<JsonPiece> {
  const held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    size += chunk.length;
    if (size > LONGEST_ORDER) break;
  }
  const bytes = Buffer.concat(held);
  const from = filledFrom(bytes, 0, bytes.length);
  let to = bytes.length;
  while (to > from && isSpace(bytes[to - 1]!)) to -= 1;
  yield { type: "json", bytes, spans: [from, to], line: 1, column: 1, offset: start, index: 0, isLast: true };
}

/** Splits a JSON array into pieces of at least so many bytes, holding no more than one piece in memory. */
export async function* itemsOf(chunks: AsyncIterable<Uint8Array>, leastBytes: number, start: number): AsyncGenerator<JsonPiece> {
  const items = new ItemSplitter(leastBytes, start);
  for await (const chunk of chunks) {
    yield* items.take(chunk);
    if (items.isOver) break;
  }
  yield items.end();
}

class ItemSplitter {
  #held: Uint8Array[] = [];
  /** The place of the first byte held. */
  #start = 0;
  #line = 1;
  #column = 1;
  #spans: number[] = [];
  #index = 0;
  #depth = 0;
  #isInText = false;
  #isEscaped = false;
  /** Where the item being read begins; −1 between items. */
  #item = -1;
  /** After the last byte that is not white space. */
  #filled = 0;
  #position = 0;
  /** Something follows the array, where nothing may. */
  #isDamaged = false;

  constructor(
    readonly leastBytes: number,
    readonly offset: number,
  ) {}

  get isOver(): boolean {
    return this.#isDamaged || this.#position - this.#start > LONGEST_ORDER + this.leastBytes;
  }

  *take(chunk: Uint8Array): Generator<JsonPiece> {
    this.#held.push(chunk);
    for (let at = 0; at < chunk.length; ) {
      at = this.#scan(chunk, at);
      if (at < chunk.length) yield this.#cut(this.#position + at);
    }
    this.#position += chunk.length;
  }

  /** Notes items until the end, or until an item begins and there is enough before it for a piece. */
  #scan(chunk: Uint8Array, from: number): number {
    const base = this.#position;
    let depth = this.#depth;
    let item = this.#item;
    let filled = this.#filled;
    let isInText = this.#isInText;
    let isEscaped = this.#isEscaped;
    let at = from;
    for (; at < chunk.length; at += 1) {
      let byte = chunk[at]!;
      if (isInText) {
        while (byte !== QUOTE || isEscaped) {
          isEscaped = !isEscaped && byte === BACKSLASH;
          at += 1;
          if (at === chunk.length) break;
          byte = chunk[at]!;
        }
        isInText = at === chunk.length;
        filled = base + at + 1;
        continue;
      }
      if (isSpace(byte)) continue;
      if (depth === 1) {
        const isEnd = byte === COMMA || byte === CLOSE_LIST;
        if (!isEnd && item < 0) {
          if (this.#spans.length > 0 && base + at - this.#start >= this.leastBytes) break;
          item = base + at;
        }
        if (isEnd && item >= 0) this.#spans.push(item, filled);
        // Between two commas is an empty item, which is not JSON.
        else if (byte === COMMA) this.#spans.push(base + at, base + at);
        if (isEnd) item = -1;
      }
      filled = base + at + 1;
      if (byte === QUOTE) isInText = true;
      else if (byte === OPEN_LIST || byte === OPEN_OBJECT) depth += 1;
      else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth -= 1;
      else if (depth === 0) this.#isDamaged = true;
    }
    this.#depth = depth;
    this.#item = item;
    this.#filled = filled;
    this.#isInText = isInText;
    this.#isEscaped = isEscaped;
    return at;
  }

  end(): JsonPiece {
    // An item that is cut off counts as one too.
    if (this.#item >= 0) this.#spans.push(this.#item, this.#filled);
    return { ...this.#piece(Buffer.concat(this.#held)), isLast: true };
  }

  /** A piece of the complete items, up to where the next one begins. */
  #cut(position: number): JsonPiece {
    const held = Buffer.concat(this.#held);
    const passed = held.subarray(0, position - this.#start);
    const piece = this.#piece(Buffer.concat([held.subarray(0, this.#spans[this.#spans.length - 1]! - this.#start), CLOSE]));
    const end = passed.lastIndexOf(LINE_FEED);
    if (end >= 0) this.#column = 1;
    for (let at = end + 1; at < passed.length; at += 1) if ((passed[at]! & 0xc0) !== 0x80) this.#column += 1;
    for (let at = passed.indexOf(LINE_FEED); at >= 0; at = passed.indexOf(LINE_FEED, at + 1)) this.#line += 1;
    this.#held = [held.subarray(passed.length)];
    this.#start = position;
    return piece;
  }

  #piece(held: Uint8Array): JsonPiece {
    const open = this.#start === 0 ? NOTHING : OPEN;
    const shift = open.length - this.#start;
    const piece: JsonPiece = {
      type: "json",
      bytes: open.length === 0 ? held : Buffer.concat([open, held]),
      spans: this.#spans.map((at) => at + shift),
      line: this.#line,
      column: this.#column - open.length,
      offset: this.offset - shift,
      index: this.#index,
      isLast: false,
    };
    this.#index += piece.spans.length / 2;
    this.#spans = [];
    return piece;
  }
}

const NOTHING = new Uint8Array(0);
const OPEN = Uint8Array.of(OPEN_LIST);
const CLOSE = Uint8Array.of(CLOSE_LIST);
