import type { Words } from "../words";
import { bytesOf, refuseOtherEncodings } from "./bytes";
import type { Input } from "./inputs";

export type InputFormat = "json" | "ndjson" | "csv";

export interface Source {
  format: InputFormat;
  bytes: AsyncIterable<Uint8Array>;
}

/** So much is looked at to tell a format that the file's name does not tell. */
const OPENING = 1 << 16;

const byExtension = new Map<string, InputFormat>([
  ["csv", "csv"],
  ["tsv", "csv"],
  ["ndjson", "ndjson"],
  ["jsonl", "ndjson"],
]);

export interface SourceOptions {
  format?: InputFormat;
  words: Words;
  signal?: AbortSignal;
}

export async function open(input: Input, { format, words, signal }: SourceOptions): Promise<Source> {
  const chunks = bytesOf(input, words, signal);
  const extension = input.path?.match(/\.(\w+)$/)?.[1]?.toLowerCase() ?? "";
  const opening: Uint8Array[] = [];
  for (let size = 0; size < OPENING; ) {
    const { value, done } = await chunks.next();
    if (done) break;
    opening.push(value);
    size += value.length;
    // A filter must not wait for more than its first line.
    if (value.includes(0x0a)) break;
  }
  const head = Buffer.concat(opening);
  const known = format ?? byExtension.get(extension) ?? formatOf(new TextDecoder().decode(head), extension);
  // A table may be UTF-16, as Excel writes its “Unicode text”.
  if (known !== "csv" || head[0] === 0x50) refuseOtherEncodings(head, words);
  return { format: known, bytes: continued(head, chunks) };
}

async function* continued(head: Uint8Array, rest: AsyncIterable<Uint8Array>) {
  if (head.length > 0) yield head;
  yield* rest;
}

function formatOf(opening: string, extension: string): InputFormat {
  const text = opening.trimStart();
  if (text.startsWith("[")) return "json";
  if (text.startsWith("{")) {
    const [line = ""] = text.split("\n", 1);
    // A document that is laid out breaks its first line after one of these.
    return /[{[,:]\s*$/.test(line) ? "json" : "ndjson";
  }
  if (extension === "json") return "json";
  return /^[^\n]*[,\t;]/.test(text) ? "csv" : "ndjson";
}
