import type { CellKind } from "./columns";

const flags: Record<string, boolean> = { true: true, 是: true, yes: true, false: false, 否: false, no: false };
const types: Record<string, ItemList> = {
  付费: "post_payments",
  付费项目: "post_payments",
  payment: "post_payments",
  post_payments: "post_payments",
  优惠: "post_discounts",
  优惠项目: "post_discounts",
  discount: "post_discounts",
  post_discounts: "post_discounts",
};

export type ItemList = "post_payments" | "post_discounts";

/** A cell as the draft takes it; undefined where nothing is written. */
export function valueOf(kind: CellKind, cell: string): string | number | boolean | undefined {
  if (cell.trim() === "") return undefined;
  if (kind === "text") return cell;
  const text = bare(cell);
  if (kind === "count" && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (kind === "flag") return flags[text.toLowerCase()] ?? text;
  return text;
}

/** Without what exports put around a number to have Excel take it for text: an apostrophe, a backtick, a tab, ="…". */
export function bare(cell: string) {
  const text = cell.trim();
  const formula = text.match(/^="(.*)"$/);
  return formula ? formula[1]! : text.replace(/^['`]/, "");
}

export const listOf = (type: string): ItemList | undefined => types[bare(type).toLowerCase()];
