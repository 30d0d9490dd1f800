import { type DocumentKind, validateOrder } from "payscore";
import { openFile } from "../file/handed";
import { fileKinds } from "../file/kinds";
import { operationOf } from "../file/operations";
import { focusField } from "./fields";
import { fillForm } from "./form";
import { isObject, type Json, readJson, valueIn } from "./json";
import { inYuan } from "./money";
import { openRefusal } from "./refusal";

/** Where a pasted text that is not an order belongs, and what takes it there. */
export interface Elsewhere {
  what: "inside" | "list" | "lines" | "refusal" | "completion" | "request";
  pointer?: string;
  go(): void;
}

/** An order found inside the text goes to `load`. */
export function elsewhereOf(text: string, value: unknown, load: (text: string) => void): Elsewhere | undefined {
  if (Array.isArray(value)) return { what: "list", go: () => openFile(text, "pasted.json", requestKindOf(value[0]) ?? "serviceOrder") };
  if (!isObject(value)) return linesOf(text);
  const pointer = wrapped(value);
  if (pointer !== undefined) return { what: "inside", pointer, go: () => load(JSON.stringify(within(value, pointer), null, 2)) };
  if (isRefusal(value)) return { what: "refusal", go: () => openRefusal(text) };
  const kind = requestKindOf(value);
  if (kind === "completion" && !hasUnknownFields(value)) return { what: "completion", go: () => fillWith(value, load) };
  return kind && { what: "request", go: () => openFile(text, "pasted.json", kind) };
}

/** A completion is told by what it has, any other request by being valid as one. */
function requestKindOf(value: unknown): DocumentKind | undefined {
  if (!isObject(value) || "state" in value) return undefined;
  const others = fileKinds.filter((kind) => operationOf(kind) !== undefined && operationOf(kind) !== "complete");
  const isCompletion = Array.isArray(value.post_payments) && "total_amount" in value;
  return others.find((kind) => isOne(value, kind)) ?? (isCompletion ? "completion" : undefined);
}

function isOne(value: Json, kind: DocumentKind) {
  const { valid, issues } = validateOrder(value, { kind, now: null });
  return valid && issues.every(({ code }) => code !== "unknown_field");
}

/** The form has no room for them. */
const hasUnknownFields = (value: Json) => validateOrder(value, { kind: "completion" }).issues.some(({ code }) => code === "unknown_field");

/** JSON on each line, rather than one document over several. */
function linesOf(text: string): Elsewhere | undefined {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const [first, second] = lines.slice(0, 2).map((line) => valueIn(readJson(line)));
  if (first === undefined || second === undefined) return undefined;
  return { what: "lines", go: () => openFile(text, "pasted.ndjson", requestKindOf(first) ?? "serviceOrder") };
}

function fillWith(completion: Json, load: (text: string) => void) {
  fillForm(inYuan(completion));
  load("");
  focusField("/post_payments");
}

function wrapped(value: Json): string | undefined {
  const issue = validateOrder(value, { kind: "serviceOrder" }).issues.find((issue) => issue.code === "wrong_document");
  return issue?.code === "wrong_document" ? issue.params.pointer : undefined;
}

const within = (value: unknown, pointer: string) => pointer.split("/").slice(1).reduce((found, name) => (found as Json)[name], value);

const isRefusal = (value: Json) => typeof value.code === "string" && typeof value.message === "string" && !("state" in value);
