// Writes a value as JSON in one of the many layouts that mean the same, or nearly the same.

import { below, type Draws, oneIn, pick, shuffled } from "./draws.ts";

interface Layout {
  spaces: readonly string[];
  /** One in this many keys, texts and numbers is written in an unusual way; 0 for none. */
  unusual: number;
  isShuffled: boolean;
  /** Whether a surrogate may stand alone as it is: a string can hold it, UTF-8 cannot. */
  hasLoneSurrogates: boolean;
}

const TIGHT = [""];
const SPACED = ["", "", " ", "\t", "  ", "\r", " \t \r "];
const NUMBERS = ["1e2", "100.0", "1E+2", "0.1e3", "10000e-2", "-0", "-0.0", "0e5", "1E400", "-1e400", "1e-400", "0.1", "4503599627370497.5", "9007199254740992", "9007199254740993", "9007199254740991.0", "123456789012345678", "1".repeat(40), `1${"0".repeat(400)}`, `0.${"0".repeat(400)}1`, `39.00${"0".repeat(60)}1`, "999999999999999", "1000000000000000"];
const ESCAPES: Record<string, string> = { '"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
const DEPTHS = [1, 2, 30, 498, 499, 500, 501, 502, 3000];

export function anyLayout(hasLoneSurrogates: boolean, draws: Draws): Layout {
  return { spaces: pick([TIGHT, TIGHT, SPACED], draws), unusual: pick([0, 0, 40, 8, 2], draws), isShuffled: oneIn(3, draws), hasLoneSurrogates };
}

export function written(value: unknown, layout: Layout, draws: Draws): string {
  const space = () => (layout.spaces === TIGHT ? "" : pick(layout.spaces, draws));
  const isUnusual = () => layout.unusual > 0 && oneIn(layout.unusual, draws);
  const enclosed = (open: string, parts: string[], close: string) => space() + open + (parts.length === 0 ? space() : parts.join(",")) + close + space();

  function any(value: unknown): string {
    if (typeof value === "string") return space() + text(value) + space();
    if (typeof value === "number") return space() + number(value) + space();
    if (Array.isArray(value)) return enclosed("[", value.map(any), "]");
    if (typeof value === "object" && value !== null) return enclosed("{", members(value), "}");
    return space() + String(value) + space();
  }

  function members(object: object): string[] {
    const entries = Object.entries(object);
    const inOrder = layout.isShuffled ? shuffled(entries, draws) : entries;
    const parts = inOrder.map(([key, member]) => `${space()}${text(key)}${space()}:${any(member)}`);
    // When a key repeats, the last value counts.
    if (entries.length > 0 && isUnusual() && oneIn(3, draws)) {
      const [key] = pick(entries, draws);
      const [, other] = pick(entries, draws);
      parts.splice(below(parts.length + 1, draws), 0, `${text(key)}:${any(oneIn(2, draws) ? other : null)}`);
    }
    if (isUnusual() && oneIn(20, draws)) parts.splice(below(parts.length + 1, draws), 0, `"deep":${nested(pick(DEPTHS, draws))}`);
    return parts;
  }

  function text(text: string): string {
    let out = '"';
    const isEscaped = isUnusual();
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const isLone = (unit & 0xf800) === 0xd800 && !isPairAt(text, at);
      const must = unit < 0x20 || unit === 0x22 || unit === 0x5c || (isLone && !layout.hasLoneSurrogates);
      const character = text[at]!;
      if (isEscaped && oneIn(3, draws)) out += character === "/" ? "\\/" : escape(unit, draws);
      else out += must ? (ESCAPES[character] ?? escape(unit, draws)) : character;
    }
    return `${out}"`;
  }

  function number(value: number): string {
    if (!isUnusual()) return Object.is(value, -0) ? "-0" : String(value);
    if (oneIn(2, draws)) return pick(NUMBERS, draws);
    return Number.isInteger(value) && Math.abs(value) < 1e15 ? `${value}${pick([".0", "e0", "E+00", ".000e-0"], draws)}` : value.toExponential();
  }

  return any(value);
}

function nested(depth: number): string {
  return `${'[{"a":'.repeat(depth / 2)}[]${"}]".repeat(depth / 2)}`;
}

function isPairAt(text: string, at: number): boolean {
  const isHigh = (unit: number) => (unit & 0xfc00) === 0xd800;
  const isLow = (unit: number) => (unit & 0xfc00) === 0xdc00;
  const unit = text.charCodeAt(at);
  return isHigh(unit) ? isLow(text.charCodeAt(at + 1)) : isLow(unit) && isHigh(text.charCodeAt(at - 1));
}

function escape(unit: number, draws: Draws): string {
  const digits = unit.toString(16).padStart(4, "0");
  return `\\u${oneIn(2, draws) ? digits.toUpperCase() : digits}`;
}
