import { createReadStream } from "node:fs";
import { addAbortSignal } from "node:stream";
import { Unreadable } from "../problems";
import type { Words } from "../words";
import type { Input } from "./inputs";

const CHUNK = 1 << 18;

/** The bytes of an input as they come. What goes wrong is said in the user's words. */
export async function* bytesOf({ path }: Input, words: Words, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const stream = path === undefined ? process.stdin : createReadStream(path, { highWaterMark: CHUNK });
  if (signal) addAbortSignal(signal, stream);
  try {
    yield* stream as AsyncIterable<Buffer>;
  } catch (error) {
    throw signal?.aborted ? error : new Unreadable(reason(error as NodeJS.ErrnoException, path ?? "", words));
  }
}

export async function textOf(input: Input, words: Words): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytesOf(input, words)) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  refuseOtherEncodings(bytes, words);
  return new TextDecoder().decode(bytes);
}

export function refuseOtherEncodings(bytes: Uint8Array, words: Words) {
  const [first, second] = bytes;
  if (first === 0x50 && second === 0x4b) throw new Unreadable(words.workbook);
  if (first === 0xff && second === 0xfe) throw new Unreadable(words.utf16);
}

function reason({ code, message }: NodeJS.ErrnoException, path: string, words: Words) {
  if (code === "ENOENT") return words.noFile;
  if (code === "EISDIR") return words.isFolder(path);
  if (code === "EACCES" || code === "EPERM") return words.notAllowed;
  return words.readFailed(message);
}
