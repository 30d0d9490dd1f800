import { createWriteStream } from "node:fs";
import { once } from "node:events";
import type { Writable } from "node:stream";
import color from "picocolors";
import { Usage } from "./problems";
import { type Words, reasonOf } from "./words";

/** The exit code of any command that writes to a closed pipe. */
const BROKEN_PIPE = 128 + 13;
/** The exit code of wrong usage and unreadable files too. */
export const FAILED = 2;

export interface Output {
  colored: boolean;
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Standard output, or the file of `--output`. */
export async function outputTo(file: string | undefined, words: Words, beforeWrite = () => {}): Promise<Output> {
  if (file === undefined) {
    return { colored: wantsColor(), write: (text) => (beforeWrite(), writeTo(process.stdout, text)), close: async () => {} };
  }
  const stream = createWriteStream(file);
  const failed = new Promise<never>((_, reject) => stream.on("error", (error: NodeJS.ErrnoException) => reject(new Usage(words.writeFailed(file, reasonOf(error, words))))));
  // It may fail while nobody awaits it; the next write checks it.
  failed.catch(() => {});
  const orFailed = <Result>(done: Promise<Result>) => Promise.race([done, failed]);
  await orFailed(once(stream, "open"));
  return {
    colored: false,
    write: (text) => orFailed(writeTo(stream, text)),
    async close() {
      stream.end();
      await orFailed(once(stream, "finish"));
    },
  };
}

/** A reader may close the output when it has seen enough; any other failure is reported. */
export function endWithStandardOutput(words: Words) {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(BROKEN_PIPE);
    console.error(words.writeFailed(words.standardOutput, reasonOf(error, words)));
    process.exit(FAILED);
  });
}

/** Colours for the output, if it is to be coloured. */
export const colorsFor = ({ colored }: Pick<Output, "colored">) => color.createColors(colored);

export function wantsColor(stream: { isTTY?: boolean } = process.stdout) {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  return !NO_COLOR && (Boolean(FORCE_COLOR) || stream.isTTY === true);
}

async function writeTo(stream: Writable, text: string) {
  if (text !== "" && !stream.write(text)) await once(stream, "drain");
}
