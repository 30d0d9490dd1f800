import type { TableSource } from "../../tables/source";
import { Unreadable } from "../problems";
import type { Words } from "../words";
import { bytesOf, refuseOtherEncodings } from "./bytes";
import type { Input } from "./inputs";
import { type OrdersPiece, documentOf, itemsOf, linesOf } from "./pieces";
import { refuseOtherDocuments } from "./recognition";
import { spooled } from "./spool";

export const inputFormats = ["json", "ndjson", "csv", "xlsx"] as const;
export type InputFormat = (typeof inputFormats)[number];

/** How an input is to be read. */
export type Source =
  | {
      type: "lines" | "array" | "one";
      /** Its orders, in pieces of at least this many bytes. */
      pieces(leastBytes: number): AsyncIterable<OrdersPiece>;
    }
  | { type: "table"; bytes: TableSource };

/** How many bytes are looked at to detect a format that the file's name does not give. */
const OPENING = 1 << 16;

const tables = new Set(["csv", "tsv", "xlsx", "xlsm", "xls"]);
const lines = new Set(["ndjson", "jsonl"]);

export interface SourceOptions {
  format?: InputFormat | undefined;
  words: Words;
  signal?: AbortSignal | undefined;
  onBytes?: (count: number) => void;
  /** Each line holds an order together with its created and previous one. */
  wrapped?: boolean | undefined;
  /** The file is not to be checked itself: it was given by `--created` or `--previous`. */
  isBeside?: boolean;
}

export async function open(input: Input, options: SourceOptions): Promise<Source> {
  const { words, signal, onBytes } = options;
  const chunks = bytesOf(input, words, signal);
  const { head, isWhole } = await opening(chunks);
  const mark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  const text = new TextDecoder().decode(head);
  if (isWhole && text.trim() === "") throw new Unreadable("empty", input.path === undefined ? words.emptyInput : words.emptyFile);
  const extension = input.path?.match(/\.(\w+)$/)?.[1]?.toLowerCase() ?? "";
  const format = options.format ?? formatOf(head, text, extension);
  if (format === "csv" || format === "xlsx") {
    if (input.size === undefined) return { type: "table", bytes: await spooled(continued(head, chunks), words, signal) };
    await chunks.return(undefined);
    return { type: "table", bytes: () => bytesOf(input, words, signal) };
  }
  refuseOtherEncodings(head, words);
  const type = format === "ndjson" ? "lines" : text.trimStart().startsWith("[") ? "array" : "one";
  refuseOtherDocuments(text, type, options);
  const split = { lines: linesOf, array: itemsOf, one: documentOf }[type];
  return { type, pieces: (leastBytes) => split(counted(continued(head.subarray(mark), chunks), onBytes), leastBytes, mark) };
}

/** What is read before the format is known: enough that is not blank, or everything. */
async function opening(chunks: AsyncGenerator<Uint8Array>) {
  const read: Uint8Array[] = [];
  let size = 0;
  let isFilled = false;
  for (;;) {
    const { value, done } = await chunks.next();
    if (done) return { head: Buffer.concat(read), isWhole: true };
    read.push(value);
    size += value.length;
    isFilled ||= value.some((byte) => byte > 0x20);
    // In a pipe, the first line must be enough.
    if (isFilled && (size >= OPENING || value.includes(0x0a))) return { head: Buffer.concat(read), isWhole: false };
  }
}

async function* continued(head: Uint8Array, rest: AsyncIterable<Uint8Array>) {
  if (head.length > 0) yield head;
  yield* rest;
}

async function* counted(chunks: AsyncIterable<Uint8Array>, onBytes: ((count: number) => void) | undefined): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    onBytes?.(chunk.length);
    yield chunk;
  }
}

function formatOf(head: Uint8Array, text: string, extension: string): InputFormat {
  const begins = (...bytes: number[]) => bytes.every((byte, at) => head[at] === byte);
  // Whatever its name: a workbook, an old .xls workbook, or an archive.
  if (begins(0x50, 0x4b, 0x03, 0x04) || begins(0xd0, 0xcf, 0x11, 0xe0) || begins(0x1f, 0x8b)) return "xlsx";
  if (tables.has(extension)) return "csv";
  // UTF-16, which Excel calls “Unicode Text”.
  if (begins(0xff, 0xfe) && head[2] !== 0x5b && head[2] !== 0x7b) return "csv";
  if (lines.has(extension)) return "ndjson";
  const opening = text.trimStart();
  if (opening.startsWith("[")) return "json";
  if (opening.startsWith("{")) {
    const [line = ""] = opening.split("\n", 1);
    // In a formatted document the first line ends with one of these.
    return /[{[,:]\s*$/.test(line) ? "json" : "ndjson";
  }
  if (extension === "json") return "json";
  return /^[^\n]*[,\t;，；|]/.test(opening) || opening.startsWith("<") ? "csv" : "ndjson";
}
