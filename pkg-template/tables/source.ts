import type { TableLocale } from "./issue";
import { problemOf } from "./words";

/**
 * 可以从头再读一遍的字节；函数在每次读取时调用。
 *
 * Bytes that can be read again from the beginning. A function is called for each pass.
 */
export type TableSource = Uint8Array | Blob | (() => AsyncIterable<Uint8Array>);

export function readingsOf(source: TableSource): () => AsyncIterable<Uint8Array> {
  if (typeof source === "function") return source;
  if (source instanceof Uint8Array) return () => pieces(source);
  return () => piecesOf(source.stream());
}

const PIECE = 1 << 18;

/** In pieces, so that what is derived from them is never as large as the whole. */
async function* pieces(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

async function* piecesOf(stream: ReadableStream<Uint8Array>) {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield* pieces(value);
    }
  } finally {
    await reader.cancel();
  }
}

/** This many bytes are enough to recognise a file. */
const OPENING = 1 << 12;

/** What a file is, recognised by how it begins: not every .xls is a workbook. */
export function kindOf(opening: Uint8Array, locale: TableLocale): "workbook" | "text" {
  const begins = (...bytes: number[]) => bytes.every((byte, at) => opening[at] === byte);
  if (begins(0x50, 0x4b, 0x03, 0x04)) return "workbook";
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) throw problemOf("old_workbook", locale, []);
  if (begins(0x1f, 0x8b)) throw problemOf("compressed", locale, []);
  const text = new TextDecoder("latin1").decode(opening.subarray(0, OPENING));
  if (/^[^<]{0,3}\s*<(!doctype html|html|head|meta|table|style|\?xml)/i.test(text)) throw problemOf("html", locale, []);
  return "text";
}

export async function openingOf(read: () => AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  for await (const chunk of read()) if (chunk.length > 0) return chunk.subarray(0, OPENING);
  return new Uint8Array(0);
}

/** An archive has its directory at the end, so it is held in memory as a whole, still compressed. */
export async function wholeOf(source: TableSource, read: () => AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  if (source instanceof Uint8Array) return source;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of read()) {
    chunks.push(chunk);
    size += chunk.length;
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
