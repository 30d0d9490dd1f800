import { bare, flagOf } from "./cell";
import type { CellKind } from "./columns";
import type { FileCode } from "./issue";

/** Damage that Excel is known to do to such cells, recognised from the cell alone. */
export function mangling(kind: CellKind, cell: string): FileCode | undefined {
  const text = bare(cell);
  if (text.startsWith("#") && formulaErrors.has(text)) return "csv_formula";
  if (kind === "text" || kind === "type") return undefined;
  if (kind === "flag") return flagOf(text) === undefined ? "csv_flag" : undefined;
  if (/^\d(\.\d+)?E\+\d+$/i.test(text)) return "csv_scientific_notation";
  if (kind === "number" && hasZeroedDigits(text)) return "csv_digits_lost";
  return undefined;
}

const formulaErrors = new Set(["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"]);

/** The habit of Excel that explains a value the package does not accept, if one does. */
export function likelyCause(kind: CellKind, cell: string): FileCode | undefined {
  const text = bare(cell);
  if (kind === "time" && looksDisplayed(text)) return "csv_date_reformatted";
  if (kind !== "money" && kind !== "count") return undefined;
  const bareNumber = text.replace(/^[¥￥$]\s*|\s*元$/g, "");
  if (/^-?\d{1,3}([,，]\d{3})+(\.\d+)?$/.test(bareNumber)) return "csv_thousands_separator";
  return bareNumber !== text && /^-?\d+(\.\d+)?$/.test(bareNumber) ? "csv_currency_sign" : undefined;
}

/** Fewer than three zeros after the 15th digit occur too often by chance. */
const hasZeroedDigits = (text: string) => /^[1-9]\d{14}0{3,}$/.test(text);

/** 2009/12/25, 2009-12-25 9:10, 25/12/2009, 2009年12月25日, or the days since 1900 that Excel counts. */
function looksDisplayed(text: string) {
  const day = /^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{4}年\d{1,2}月\d{1,2}日)/;
  return day.test(text) || /^[34]\d{4}(\.\d+)?$/.test(text);
}
