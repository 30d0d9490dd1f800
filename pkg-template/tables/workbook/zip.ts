import { Inflate } from "fflate";

/** A file in an archive, as the archive's directory describes it. */
export interface Entry {
  isPacked: boolean;
  /** Its size in the archive, in bytes; `size` is unpacked. */
  packed: number;
  size: number;
  /** Where its own header begins. */
  at: number;
}

/** The archive contradicts its own directory. */
export class Damaged extends Error {}

const END = 0x06054b50;
const END_OF_64 = 0x06064b50;
const LOCATOR_OF_64 = 0x07064b50;
const IN_DIRECTORY = 0x02014b50;
const IN_FRONT = 0x04034b50;
const SIZES_OF_64 = 0x0001;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
/** The fixed part of the end record; a comment may follow it. */
const END_LENGTH = 22;
const LONGEST_REMARK = 0xffff;

/** The files of an archive by name, as its directory lists them. */
export function entriesOf(bytes: Uint8Array): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries = new Map<string, Entry>();
  try {
    let { at, count } = directoryOf(view);
    for (; count > 0; count -= 1) {
      if (view.getUint32(at, true) !== IN_DIRECTORY) throw new Damaged();
      const lengths = [28, 30, 32].map((from) => view.getUint16(at + from, true));
      const [name, extra, remark] = lengths as [number, number, number];
      const named = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name));
      const method = view.getUint16(at + 10, true);
      const isReadable = (method === STORED || method === DEFLATED) && (view.getUint16(at + 8, true) & ENCRYPTED) === 0;
      if (isReadable) entries.set(named.replaceAll("\\", "/").replace(/^\//, ""), entryAt(view, at, at + 46 + name, extra, method === DEFLATED));
      at += 46 + name + extra + remark;
    }
  } catch (error) {
    // Something was to be read beyond the end of the data.
    throw error instanceof RangeError ? new Damaged() : error;
  }
  return entries;
}

function directoryOf(view: DataView): { at: number; count: number } {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= 0 && at >= last - LONGEST_REMARK; at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    const start = view.getUint32(at + 16, true);
    const count = view.getUint16(at + 10, true);
    if (start !== 0xffffffff && count !== 0xffff) return { at: start, count };
    if (view.getUint32(at - 20, true) !== LOCATOR_OF_64) throw new Damaged();
    const end = longAt(view, at - 20 + 8);
    if (view.getUint32(end, true) !== END_OF_64) throw new Damaged();
    return { at: longAt(view, end + 48), count: longAt(view, end + 32) };
  }
  throw new Damaged();
}

function entryAt(view: DataView, at: number, extraAt: number, extraLength: number, isPacked: boolean): Entry {
  let [packed, size, start] = [20, 24, 42].map((from) => view.getUint32(at + from, true)) as [number, number, number];
  for (let extra = extraAt; extra + 4 <= extraAt + extraLength; extra += 4 + view.getUint16(extra + 2, true)) {
    if (view.getUint16(extra, true) !== SIZES_OF_64) continue;
    // Only values that did not fit above are here, in this order.
    let from = extra + 4;
    const long = (short: number) => (short === 0xffffffff ? longAt(view, (from += 8) - 8) : short);
    size = long(size);
    packed = long(packed);
    start = long(start);
  }
  return { isPacked, packed, size, at: start };
}

function longAt(view: DataView, at: number) {
  return Number(view.getBigUint64(at, true));
}

const PIECE = 1 << 14;

/** Unpacks a file piece by piece, and no more of it than its stated size. */
export function* contentOf(bytes: Uint8Array, { isPacked, packed, size, at }: Entry, onPacked: (count: number) => void = () => {}): Generator<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (at + 30 > bytes.length || view.getUint32(at, true) !== IN_FRONT) throw new Damaged();
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const end = start + packed;
  if (end > bytes.length) throw new Damaged();
  let unpacked: Uint8Array[] = [];
  let left = size;
  const inflate = new Inflate((chunk) => void unpacked.push(chunk));
  for (let from = start; from < end; from += PIECE) {
    const piece = bytes.subarray(from, Math.min(from + PIECE, end));
    if (isPacked) inflateInto(inflate, piece, from + PIECE >= end);
    else unpacked.push(piece);
    onPacked(piece.length);
    for (const chunk of unpacked) {
      left -= chunk.length;
      if (left < 0) throw new Damaged();
      if (chunk.length > 0) yield chunk;
    }
    unpacked = [];
  }
  if (left > 0) throw new Damaged();
}

function inflateInto(inflate: Inflate, piece: Uint8Array, isLast: boolean) {
  try {
    inflate.push(piece, isLast);
  } catch {
    throw new Damaged();
  }
}
