import { validateOrder } from "payscore";
import { openFile } from "../file/handed";
import { fillForm } from "./form";
import { isObject, type Json } from "./json";
import { inYuan } from "./money";
import { openRefusal } from "./refusal";

/** Where a pasted text belongs that is no order, and how to bring it there. */
export interface Elsewhere {
  what: "inside" | "list" | "lines" | "refusal" | "completion";
  pointer?: string;
  go(): void;
}

/** `load` takes an order that is found within. */
export function elsewhereOf(text: string, value: unknown, load: (text: string) => void): Elsewhere | undefined {
  if (Array.isArray(value)) return { what: "list", go: () => openFile(text, "pasted.json", value.some(isCompletion) ? "completion" : "serviceOrder") };
  if (!isObject(value)) return isLines(text) ? { what: "lines", go: () => openFile(text, "pasted.ndjson", "serviceOrder") } : undefined;
  const pointer = wrapped(value);
  if (pointer !== undefined) return { what: "inside", pointer, go: () => load(JSON.stringify(within(value, pointer), null, 2)) };
  if (isRefusal(value)) return { what: "refusal", go: () => openRefusal(text) };
  if (isCompletion(value)) return { what: "completion", go: () => fillWith(value, load) };
  return undefined;
}

function fillWith(completion: Json, load: (text: string) => void) {
  fillForm(inYuan(completion));
  load("");
}

function wrapped(value: Json): string | undefined {
  const issue = validateOrder(value, { kind: "serviceOrder" }).issues.find((issue) => issue.code === "wrong_document");
  return issue?.code === "wrong_document" ? issue.params.pointer : undefined;
}

const within = (value: unknown, pointer: string) => pointer.split("/").slice(1).reduce((found, name) => (found as Json)[name], value);

const isRefusal = (value: Json) => typeof value.code === "string" && typeof value.message === "string" && !("state" in value);

/** A queried order has a state, a creation no total. */
const isCompletion = (value: unknown) => isObject(value) && Array.isArray(value.post_payments) && "total_amount" in value && !("state" in value);

/** JSON on each line, rather than one document over several. */
function isLines(text: string) {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.length > 1 && lines.slice(0, 2).every((line) => /^\s*\{.*\}\s*$/.test(line));
}
