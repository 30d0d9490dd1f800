// A second implementation of the rules, as plain as can be and written from their text alone: what the package says of an
// order is compared with what this says of it.

import { checkCompletion, modeOf } from "./completion.mjs";
import { placeOf, pointerOf } from "./reading.mjs";

/** @param {{kind?: string, mode?: string, created?: object, previous?: object, serviceRiskLimit?: number, now: number | null}} options */
export function expectedReport(order, options) {
  const reading = checkCompletion(order, options);
  const issues = inDocumentOrder(reading).map(({ code, severity, path, params }) => ({ code, severity, pointer: pointerOf(path), params }));
  return {
    valid: issues.every(({ severity }) => severity !== "error"),
    kind: options.kind ?? "completion",
    mode: modeOf(order, options),
    issues,
  };
}

/** By field order of the tables, item by item, a list's own issue before its items', whole-document rules last. */
function inDocumentOrder({ issues, fieldOrder }) {
  return [...issues].sort((one, other) => comparePaths(one.path, other.path, fieldOrder));
}

function comparePaths(one, other, fieldOrder) {
  if (one.length === 0 || other.length === 0) return other.length - one.length;
  for (let depth = 0; depth < one.length && depth < other.length; depth += 1) {
    if (one[depth] === other[depth]) continue;
    if (typeof one[depth] === "number") return one[depth] - other[depth];
    const names = fieldOrder.get(placeOf(one.slice(0, depth))) ?? [];
    const [rank, otherRank] = [one[depth], other[depth]].map((name) => (names.includes(name) ? names.indexOf(name) : names.length));
    return rank - otherRank || compareCodePoints(one[depth], other[depth]);
  }
  return one.length - other.length;
}

function compareCodePoints(one, other) {
  const [ones, others] = [[...one], [...other]];
  const at = ones.findIndex((character, index) => character !== others[index]);
  if (at < 0) return ones.length - others.length;
  return ones[at].codePointAt(0) - (others[at]?.codePointAt(0) ?? -1);
}
