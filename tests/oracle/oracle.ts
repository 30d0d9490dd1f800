// A second implementation of the rules, as plain as can be and written from their text alone: what the package says of an
// order is compared with what this says of it.

import { checkCompletion } from "./completion.ts";
import { type Key, own, type Path, placeOf, pointerOf, type Reading, type Severity, typeOf } from "./reading.ts";
import { checkServiceOrder } from "./service-order.ts";

export interface Options {
  kind?: "completion" | "completionBody" | "serviceOrder";
  mode?: "direct" | "partner";
  created?: unknown;
  previous?: unknown;
  serviceRiskLimit?: number | null;
  industry?: string | null;
  now: number | null;
}

export interface Expected {
  valid: boolean;
  kind: string;
  mode: string;
  issues: { code: string; severity: Severity; pointer: string; params: Record<string, unknown> }[];
}

export function expectedReport(order: unknown, options: Options): Expected {
  const kind = options.kind ?? "completion";
  const mode = options.mode ?? modeOf(order, kind);
  const reading = kind === "serviceOrder" ? checkServiceOrder(order) : checkCompletion(order, options, mode === "direct");
  const issues = inDocumentOrder(reading).map(({ code, severity, path, params }) => ({ code, severity, pointer: pointerOf(path), params }));
  return { valid: issues.every(({ severity }) => severity !== "error"), kind, mode, issues };
}

function modeOf(order: unknown, kind: string): "direct" | "partner" {
  const merchant = typeOf(order, []) === "object" ? own(order, "sub_mchid") : undefined;
  const isAbsent = merchant === undefined || merchant === null || (kind === "serviceOrder" && merchant === "");
  return isAbsent ? "direct" : "partner";
}

/** By field order of the tables, item by item, a list's own issue before its items', whole-document rules last. */
function inDocumentOrder({ issues, fieldOrder }: Reading): Reading["issues"] {
  return [...issues].sort((one, other) => comparePaths(one.path, other.path, fieldOrder));
}

function comparePaths(one: Path, other: Path, fieldOrder: Map<string, string[]>): number {
  if (one.length === 0 || other.length === 0) return other.length - one.length;
  for (let depth = 0; depth < one.length && depth < other.length; depth += 1) {
    const [key, otherKey] = [one[depth]!, other[depth]!];
    if (key === otherKey) continue;
    if (typeof key === "number" && typeof otherKey === "number") return key - otherKey;
    const names = fieldOrder.get(placeOf(one.slice(0, depth))) ?? [];
    const rankOf = (name: Key) => (names.includes(String(name)) ? names.indexOf(String(name)) : names.length);
    return rankOf(key) - rankOf(otherKey) || compareCodePoints(String(key), String(otherKey));
  }
  return one.length - other.length;
}

function compareCodePoints(one: string, other: string): number {
  const [ones, others] = [[...one], [...other]];
  const at = ones.findIndex((character, index) => character !== others[index]);
  if (at < 0) return ones.length - others.length;
  return ones[at]!.codePointAt(0)! - (others[at]?.codePointAt(0) ?? -1);
}
