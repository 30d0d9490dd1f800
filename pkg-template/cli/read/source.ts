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

/** An input as it is to be read. */
export type Source =
  | {
      type: "lines" | "array" | "one";
      /** Its orders, in pieces of at least so many bytes. */
      pieces(leastBytes: number): AsyncIterable<OrdersPiece>;
    }
  | { type: "table"; bytes: TableSource };

/** So much is looked at to tell a format that the file's name does not tell. */
const OPENING = 1 << 16;

const tables = new Set(["csv", "tsv", "xlsx", "xlsm", "xls"]);
const lines = new Set(["ndjson", "jsonl"]);

export interface SourceOptions {
  format?: InputFormat | undefined;
  words: Words;
  signal?: AbortSignal | undefined;
  onBytes?: (count: number) => void;
  /** Each line holds an order beside others. */
  wrapped?: boolean | undefined;
  /** The file is not what is checked, but is given beside it. */
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

/** What is read before the format is known: enough of what is not blank, or all. */
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
    // A filter must not wait for more than its first line.
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
  // Whatever it is called: a workbook, one of the old format, an archive.
  if (begins(0x50, 0x4b, 0x03, 0x04) || begins(0xd0, 0xcf, 0x11, 0xe0) || begins(0x1f, 0x8b)) return "xlsx";
  if (tables.has(extension)) return "csv";
  // What Excel calls “Unicode text”.
  if (begins(0xff, 0xfe) && head[2] !== 0x5b && head[2] !== 0x7b) return "csv";
  if (lines.has(extension)) return "ndjson";
  const opening = text.trimStart();
  if (opening.startsWith("[")) return "json";
  if (opening.startsWith("{")) {
    const [line = ""] = opening.split("\n", 1);
    // A document that is laid out breaks its first line after one of these.
    return /[{[,:]\s*$/.test(line) ? "json" : "ndjson";
  }
  if (extension === "json") return "json";
  return /^[^\n]*[,\t;，；|]/.test(opening) || opening.startsWith("<") ? "csv" : "ndjson";
}
