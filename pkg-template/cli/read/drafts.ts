import type { CompletionDraft } from "payscore";
import type { Unit } from "../csv/columns";
import { type TableSettings, openTable } from "../csv/table";
import type { PlacedDraft } from "../draft";
import type { Place } from "../report";
import type { Words } from "../words";
import type { CreatedOrders } from "./created";
import type { Input } from "./inputs";
import { parseJson, placesIn } from "./json";
import { type InputFormat, open } from "./source";

export interface DraftSettings extends Omit<TableSettings, "wasCreated"> {
  created: CreatedOrders | undefined;
  inputFormat?: InputFormat;
}

export interface Drafts {
  drafts: AsyncIterable<PlacedDraft>;
  amountUnit: Unit | undefined;
}

export async function draftsIn(input: Input, settings: DraftSettings): Promise<Drafts> {
  const { words, created } = settings;
  const { format, bytes } = await open(input, { format: settings.inputFormat, words });
  if (format === "csv") {
    const { drafts, columns } = await openTable(bytes, { ...settings, wasCreated: created?.wasCreated });
    return { drafts, amountUnit: columns.unit };
  }
  return { drafts: format === "ndjson" ? draftLines(bytes, words) : draftDocument(bytes, words), amountUnit: settings.amountUnit };
}

async function* draftLines(bytes: AsyncIterable<Uint8Array>, words: Words): AsyncGenerator<PlacedDraft> {
  let line = 0;
  let index = 0;
  for await (const text of linesOf(bytes)) {
    line += 1;
    if (text.trim() === "") continue;
    const start = { line, column: 1 };
    yield placed(index, parseJson(text, words, start), placesIn(text, start));
    index += 1;
  }
}

async function* draftDocument(bytes: AsyncIterable<Uint8Array>, words: Words): AsyncGenerator<PlacedDraft> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of bytes) text += decoder.decode(chunk, { stream: true });
  text += decoder.decode();
  const value = parseJson(text, words);
  const places = placesIn(text);
  if (!Array.isArray(value)) return yield placed(0, value, places);
  for (const [index, draft] of value.entries()) yield placed(index, draft, (path) => places([index, ...path]));
}

function placed(index: number, value: unknown, placeOf: (path: readonly (string | number)[]) => Place): PlacedDraft {
  const number = (value as { out_order_no?: unknown } | null)?.out_order_no;
  return {
    index,
    place: placeOf([]),
    out_order_no: typeof number === "string" ? number : null,
    // What is no draft at all is an issue too.
    draft: value as CompletionDraft,
    findings: [],
    placeOf,
    explained: (issue) => issue,
  };
}

async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of bytes) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop()!;
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== "") yield rest;
}
