import { createWriteStream } from "node:fs";
import { once } from "node:events";
import type { Writable } from "node:stream";
import color from "picocolors";
import { Usage } from "./problems";
import { type Words, reasonOf } from "./words";

/** As any command that writes to a closed pipe exits. */
const BROKEN_PIPE = 128 + 13;

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
  const opened = once(stream, "open").catch((error: NodeJS.ErrnoException) => {
    throw new Usage(words.writeFailed(file, reasonOf(error, words)));
  });
  await opened;
  return {
    colored: false,
    write: (text) => writeTo(stream, text),
    close: async () => {
      stream.end();
      await once(stream, "close");
    },
  };
}

export function endQuietlyOnBrokenPipe() {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(BROKEN_PIPE);
    throw error;
  });
}

/** The colours of what is written, or none. */
export const colorsFor = ({ colored }: Pick<Output, "colored">) => color.createColors(colored);

export function wantsColor(stream: { isTTY?: boolean } = process.stdout) {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  return !NO_COLOR && (Boolean(FORCE_COLOR) || stream.isTTY === true);
}

async function writeTo(stream: Writable, text: string) {
  if (text !== "" && !stream.write(text)) await once(stream, "drain");
}
