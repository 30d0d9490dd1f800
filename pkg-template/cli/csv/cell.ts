import type { CellKind } from "./columns";

export type ItemList = "post_payments" | "post_discounts";

const flags = new Map([
  ...["true", "yes", "是"].map((word) => [word, true] as const),
  ...["false", "no", "否"].map((word) => [word, false] as const),
]);
const types = new Map<string, ItemList>([
  ...["付费", "付费项目", "payment", "post_payments"].map((word) => [word, "post_payments"] as const),
  ...["优惠", "优惠项目", "discount", "post_discounts"].map((word) => [word, "post_discounts"] as const),
]);

/** A cell as the draft takes it; undefined where nothing is written. */
export function valueOf(kind: CellKind, cell: string): string | number | boolean | undefined {
  if (cell.trim() === "") return undefined;
  if (kind === "text") return cell;
  const text = bare(cell);
  if (kind === "count" && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (kind === "flag") return flags.get(text.toLowerCase()) ?? text;
  return text;
}

/** Without what exports put around a number to have Excel take it for text: an apostrophe, a backtick, a tab, ="…". */
export function bare(cell: string) {
  const text = cell.trim();
  const formula = text.match(/^="(.*)"$/);
  return formula ? formula[1]! : text.replace(/^['`]/, "");
}

export const listOf = (type: string): ItemList | undefined => types.get(bare(type).toLowerCase());
