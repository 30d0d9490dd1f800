import { type Node, parseTree } from "jsonc-parser";
import { Unreadable } from "../problems";
import type { Words } from "../words";

/** How the file is read, as far as it decides what is another document. */
interface Read {
  words: Words;
  wrapped?: boolean | undefined;
  isBeside?: boolean | undefined;
}

/** Fields that an order or a request has, and an envelope does not. */
const ownFields = ["out_order_no", "post_payments", "total_amount", "service_id", "risk_fund", "time_range", "query_id"];
const lists = ["rows", "list", "records", "items", "orders", "content", "data", "result", "results"];

/** Recognises other documents that a file may hold by how it begins, so that one sentence replaces an issue for every field. */
export function refuseOtherDocuments(opening: string, type: "lines" | "array" | "one", { words, wrapped, isBeside }: Read): void {
  const text = type === "lines" ? opening.trimStart().split("\n", 1)[0]! : opening;
  const root = parseTree(text);
  const first = root?.type === "array" ? root.children?.[0] : root;
  if (first?.type !== "object") return;
  const fields = fieldsOf(first);
  const isText = (name: string) => fields.get(name)?.type === "string";
  if (ownFields.some((name) => fields.has(name))) return;
  const refuse = (code: string, sentence: string) => {
    throw new Unreadable(code, sentence);
  };
  if (fields.get("order")?.type === "object" && !wrapped && !isBeside) refuse("wrapped", words.wrappedLines);
  const resource = fields.get("resource");
  if (resource?.type === "object" && fieldsOf(resource).has("ciphertext")) refuse("notification", words.notification);
  if ((isText("method") && fields.has("body")) || (fields.get("request")?.type === "object" && fields.has("ok"))) {
    if (!isBeside) refuse("composed", words.composedRequest);
    return;
  }
  if (isText("code") && isText("message") && fields.size <= REFUSAL_FIELDS) refuse("refusal", words.refusalGiven);
  const place = placeOfOrders(first);
  if (place !== undefined) refuse("envelope", words.envelope(place));
}

/** code, message and detail. */
const REFUSAL_FIELDS = 3;
const DEEPEST = 3;

/** Where the orders in an envelope seem to be, such as `data.rows`. */
function placeOfOrders(node: Node, depth = 1): string | undefined {
  const fields = fieldsOf(node);
  for (const name of lists) {
    const value = fields.get(name);
    if (value?.type === "array") return `${name}[]`;
    if (value?.type !== "object") continue;
    const inside = depth < DEEPEST ? placeOfOrders(value, depth + 1) : undefined;
    return inside === undefined ? name : `${name}.${inside}`;
  }
  return undefined;
}

function fieldsOf(node: Node): Map<string, Node> {
  return new Map(node.children?.flatMap(({ children }) => (children?.[1] ? [[String(children[0]!.value), children[1]] as const] : [])));
}
