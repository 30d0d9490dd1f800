import { createReadStream, createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { Unreadable } from "../problems";
import { type Words, reasonOf } from "../words";
import { CHUNK } from "./bytes";

/** Standard input, to be read more than once: kept in a file until the end of the run. */
export async function spooled(chunks: AsyncIterable<Uint8Array>, words: Words, signal: AbortSignal | undefined): Promise<() => AsyncIterable<Uint8Array>> {
  try {
    const folder = mkdtempSync(join(tmpdir(), "payscore-"));
    process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, "stdin");
    await pipeline(chunks, createWriteStream(file, { mode: 0o600 }), { ...(signal && { signal }) });
    return () => createReadStream(file, { highWaterMark: CHUNK, ...(signal && { signal }) });
  } catch (error) {
    if (signal?.aborted || error instanceof Unreadable) throw error;
    throw new Unreadable("spool_failed", words.spoolFailed(tmpdir(), reasonOf(error as NodeJS.ErrnoException, words)));
  }
}
