import type { TableLocale } from "./issue";
import { problemOf } from "./words";

export const encodings = ["utf-8", "gb18030", "utf-16le"] as const;
export type Encoding = (typeof encodings)[number];

/** This many bytes from the first non-ASCII character on must be valid UTF-8 for the text to be taken as UTF-8. */
const EVIDENCE = 1 << 16;

/** The text of a table as Excel saves it: UTF-8 with a byte order mark or without, GB18030, or UTF-16 with its mark. */
export async function* decoded(bytes: AsyncIterable<Uint8Array>, named: Encoding | undefined, locale: TableLocale): AsyncGenerator<string> {
  let decode = named && decoderOf(named, locale);
  let undecided = new Uint8Array(0);
  for await (const chunk of bytes) {
    if (decode) {
      yield decode(chunk);
      continue;
    }
    undecided = joined(undecided, chunk);
    const foreign = undecided.findIndex((byte) => byte > 0x7f);
    // ASCII is the same in UTF-8 and GB18030.
    if (foreign < 0) {
      yield ascii.decode(undecided);
    } else if (undecided.length - foreign >= EVIDENCE) {
      decode = decoderOf(encodingOf(undecided, locale), locale);
      yield decode(undecided);
    } else {
      continue;
    }
    undecided = new Uint8Array(0);
  }
  decode ??= decoderOf(encodingOf(undecided, locale), locale);
  yield decode(undecided);
  yield decode();
}

const ascii = new TextDecoder();

function decoderOf(encoding: Encoding, locale: TableLocale) {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (chunk?: Uint8Array) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw problemOf("encoding_broken", locale, [encoding.toUpperCase()]);
    }
  };
}

function encodingOf(opening: Uint8Array, locale: TableLocale): Encoding {
  const [first, second, third] = opening;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) throw problemOf("utf16", locale, []);
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  try {
    // In stream mode, because the bytes may end within a character.
    new TextDecoder("utf-8", { fatal: true }).decode(opening, { stream: true });
    return "utf-8";
  } catch {
    return "gb18030";
  }
}

export function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(one.length + other.length);
  bytes.set(one);
  bytes.set(other, one.length);
  return bytes;
}
