import { createReadStream } from "node:fs";
import { addAbortSignal } from "node:stream";
import { Unreadable } from "../problems";
import { type Words, reasonOf } from "../words";
import type { Input } from "./inputs";

export const CHUNK = 1 << 18;

/** The bytes of an input as they come. Errors are in the user's language. */
export async function* bytesOf({ path }: Input, words: Words, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const stream = path === undefined ? process.stdin : createReadStream(path, { highWaterMark: CHUNK });
  if (signal) addAbortSignal(signal, stream);
  try {
    yield* stream as AsyncIterable<Buffer>;
  } catch (error) {
    throw signal?.aborted ? error : unreadable(error as NodeJS.ErrnoException, path ?? "", words);
  }
}

export async function textOf(input: Input, words: Words): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytesOf(input, words)) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  refuseOtherEncodings(bytes, words);
  return new TextDecoder().decode(bytes);
}

/** Refuses encodings that JSON may not be written in. */
export function refuseOtherEncodings(bytes: Uint8Array, words: Words): void {
  const [first, second] = bytes;
  if (first === 0x50 && second === 0x4b) throw new Unreadable("workbook", words.workbook);
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) throw new Unreadable("utf16", words.utf16);
}

function unreadable(error: NodeJS.ErrnoException, path: string, words: Words) {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return new Unreadable("no_file", words.noFile);
  if (error.code === "EISDIR") return new Unreadable("is_folder", words.isFolder(path));
  if (error.code === "EACCES" || error.code === "EPERM") return new Unreadable("not_allowed", words.notAllowed);
  return new Unreadable("read_failed", words.readFailed(reasonOf(error, words)));
}
