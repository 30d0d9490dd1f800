import { mkdtempSync, rmSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Unreadable } from "../problems";
import { type Words, reasonOf } from "../words";
import { CHUNK } from "./bytes";

/** Keeps what comes through a pipe, so that it can be read more than once, in an unlinked file that disappears with the process. */
export async function spooled(chunks: AsyncIterable<Uint8Array>, words: Words, signal: AbortSignal | undefined): Promise<() => AsyncIterable<Uint8Array>> {
  const file = await orToldWhy(namelessFile(), words);
  for await (const chunk of chunks) await orToldWhy(file.writeFile(chunk), words);
  return () => bytesIn(file, signal);
}

async function namelessFile() {
  const folder = mkdtempSync(join(tmpdir(), "payscore-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const file = await open(join(folder, "input"), "w+", 0o600);
  // Windows cannot remove a file that is open.
  if (process.platform !== "win32") remove();
  // The reference keeps the file from being garbage-collected, which would close it.
  process.on("exit", () => [file, remove()]);
  return file;
}

async function* bytesIn(file: FileHandle, signal: AbortSignal | undefined) {
  for (let position = 0; ; ) {
    signal?.throwIfAborted();
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK, position);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    position += bytesRead;
  }
}

async function orToldWhy<Result>(done: Promise<Result>, words: Words): Promise<Result> {
  try {
    return await done;
  } catch (error) {
    throw new Unreadable("spool_failed", words.spoolFailed(tmpdir(), reasonOf(error as NodeJS.ErrnoException, words)));
  }
}
