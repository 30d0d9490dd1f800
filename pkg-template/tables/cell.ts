import type { CellKind, Unit } from "./columns";

export type ItemList = "post_payments" | "post_discounts";

const flags = new Map([
  ...["true", "t", "yes", "y", "1", "是", "真", "√", "✓"].map((word) => [word, true] as const),
  ...["false", "f", "no", "n", "0", "否", "假", "×", "✗"].map((word) => [word, false] as const),
]);
const types = new Map<string, ItemList>([
  ...["付费", "付费项目", "payment", "post_payments"].map((word) => [word, "post_payments"] as const),
  ...["优惠", "优惠项目", "discount", "post_discounts"].map((word) => [word, "post_discounts"] as const),
]);

/** A cell's value in the draft; undefined if it is blank. */
export function valueOf(kind: CellKind, cell: string, unit: Unit | undefined): string | number | boolean | undefined {
  if (kind === "text") return cell.trim() === "" ? undefined : cell;
  const text = bare(cell);
  if (text === "") return undefined;
  if (kind === "count" && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (kind === "flag") return flagOf(text) ?? text;
  // Databases often store money with four decimals, the last two of which are zeros.
  if (kind === "money" && unit === "yuan") return text.replace(/^(-?\d+\.\d\d)0+$/, "$1");
  return text;
}

/** Strips what exports put around a number so that Excel treats it as text: an apostrophe, a backtick, a tab, ="…". */
export function bare(cell: string): string {
  const text = cell.trim();
  const first = text.charCodeAt(0);
  if (first === APOSTROPHE || first === BACKTICK) return text.slice(1);
  const formula = first === EQUALS ? text.match(/^="(.*)"$/) : null;
  return formula ? formula[1]! : text;
}

const APOSTROPHE = 0x27;
const BACKTICK = 0x60;
const EQUALS = 0x3d;

export const flagOf = (text: string): boolean | undefined => flags.get(text.toLowerCase());

export const listOf = (type: string): ItemList | undefined => types.get(bare(type).toLowerCase());
