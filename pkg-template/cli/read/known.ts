import { hashOf } from "../../tables/number-set";
import { Unreadable, Usage } from "../problems";
import type { Place } from "../report";
import type { Words } from "../words";
import { inputOf } from "./inputs";
import { named, parseJson } from "./json";
import { type OrdersPiece, Starts, ordersIn, textIn, textOfOrder } from "./pieces";
import { open } from "./source";

/** A file's orders by number, in memory that worker threads share. */
export interface KnownData {
  /** The only order of a file, which is used for every order checked. */
  only: string | undefined;
  bytes: Uint8Array;
  /** Each slot holds a number's hash, and where its order begins and ends; an end of 0 means no order. */
  slots: Float64Array;
}

type Fields = Record<string, unknown>;

/** A single created order is used for all orders checked; a single previous request only if it has no number. */
export const CREATED = "--created";
export const PREVIOUS = "--previous";

/** What is known of the orders to check: how they were created, or what was sent before. */
export class KnownOrders {
  readonly #only: Fields | undefined;

  constructor(readonly data: KnownData) {
    this.#only = data.only === undefined ? undefined : (JSON.parse(data.only) as Fields);
  }

  /** Reads a file once, and keeps its bytes rather than objects. `option` is how it was given. */
  static async read(option: typeof CREATED | typeof PREVIOUS, path: string, words: Words): Promise<KnownOrders> {
    try {
      return new KnownOrders(await dataOf(option, path, words));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      throw new Usage(`${option} ${named(path, error)}`);
    }
  }

  /** Whether an order with this number is known; undefined where the file does not say. */
  get has(): ((number: string) => boolean) | undefined {
    return this.data.only === undefined ? (number) => this.data.slots[slotOf(this.data.slots, number) + END] !== 0 : undefined;
  }

  of(number: string | null): Fields | undefined {
    const { bytes, slots } = this.data;
    if (this.#only || number === null) return this.#only;
    const at = slotOf(slots, number);
    if (slots[at + END] === 0) return undefined;
    const order = JSON.parse(textIn(bytes, slots[at + START]!, slots[at + END]!)) as Fields;
    // If two numbers have the same hash, one of them counts as unknown.
    return order.out_order_no === number ? order : undefined;
  }
}

const PIECE = 1 << 18;

async function dataOf(option: string, path: string, words: Words): Promise<KnownData> {
  const source = await open(inputOf(path), { words, isBeside: true });
  if (source.type === "table") throw new Unreadable("other_format", words.onlyJson);
  const found = new Found(words);
  for await (const piece of source.pieces(PIECE)) found.take(piece);
  const mayStandForAll = source.type !== "array" && (option === CREATED || found.slots.count === 0);
  return found.data(mayStandForAll);
}

/** The orders of a file as it is read. */
class Found {
  readonly slots = new Slots();
  #pieces: Uint8Array[] = [];
  #size = 0;
  /** Orders without a number. */
  #unnumbered: Place[] = [];
  #last: string | undefined;

  constructor(readonly words: Words) {}

  take(piece: OrdersPiece) {
    const starts = new Starts(piece);
    for (let order = 0; order < ordersIn(piece); order += 1) {
      const place = starts.of(order);
      const text = textOfOrder(piece, order);
      const value = parseJson(text, this.words, place);
      if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Unreadable("no_object", this.words.notObject, place);
      if (isOfBuild(value as Fields)) continue;
      const { out_order_no: number } = value as Fields;
      if (typeof number === "string") this.slots.set(number, this.#size + piece.spans[order * 2]!, this.#size + piece.spans[order * 2 + 1]!);
      else this.#unnumbered.push(place);
      this.#last = text;
      if (this.#unnumbered.length > 1) break;
    }
    this.#pieces.push(piece.bytes);
    this.#size += piece.bytes.length;
  }

  data(mayStandForAll: boolean): KnownData {
    if (mayStandForAll && this.slots.count + this.#unnumbered.length === 1) return { only: this.#last, bytes: new Uint8Array(0), slots: new Slots().slots };
    const [unnumbered] = this.#unnumbered;
    if (unnumbered) throw new Unreadable("no_number", this.words.numberMissing, unnumbered);
    const bytes = new Uint8Array(new SharedArrayBuffer(this.#size));
    let at = 0;
    for (const piece of this.#pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    return { only: undefined, bytes, slots: this.slots.slots };
  }
}

/** Entries in build's output that are no requests: the summary, and drafts that were refused. */
const isOfBuild = ({ out_order_no, summary, ok }: Fields) => (out_order_no === undefined ? summary !== undefined : ok === false);

const WIDTH = 4;
const START = 2;
const END = 3;

class Slots {
  slots = emptySlots(1 << 10);
  count = 0;

  /** If two orders have the same number, the later one counts. */
  set(number: string, start: number, end: number) {
    if (this.count * 4 * WIDTH >= this.slots.length * 3) this.#grow();
    const at = slotOf(this.slots, number);
    if (this.slots[at + END] === 0) this.count += 1;
    const { low, high } = hashOf(number);
    this.slots.set([low, high, start, end], at);
  }

  #grow() {
    const old = this.slots;
    this.slots = emptySlots((old.length / WIDTH) * 2);
    for (let at = 0; at < old.length; at += WIDTH) {
      if (old[at + END] !== 0) this.slots.set(old.subarray(at, at + WIDTH), slotOfHash(this.slots, old[at]!, old[at + 1]!));
    }
  }
}

const emptySlots = (capacity: number) => new Float64Array(new SharedArrayBuffer(capacity * WIDTH * Float64Array.BYTES_PER_ELEMENT));

function slotOf(slots: Float64Array, number: string) {
  const { low, high } = hashOf(number);
  return slotOfHash(slots, low, high);
}

function slotOfHash(slots: Float64Array, low: number, high: number) {
  const mask = slots.length / WIDTH - 1;
  for (let slot = low & mask; ; slot = (slot + 1) & mask) {
    const at = slot * WIDTH;
    if (slots[at + END] === 0 || (slots[at] === low && slots[at + 1] === high)) return at;
  }
}
