import type { Finding, Place } from "../report";
import type { Locale } from "../words";
import { type TableCode, tableRules } from "./rules";

interface Circumstances {
  path: readonly (string | number)[];
  header: string;
  value: string;
  place: Place;
  locale: Locale;
}

const byCode = new Map(tableRules.map((rule) => [rule.code, rule]));
const MOST_SHOWN = 24;

export function findingOf(code: TableCode, { path, header, value, place, locale }: Circumstances): Finding {
  const { severity, meaning } = byCode.get(code)!;
  const shown = [...value].length > MOST_SHOWN ? `${[...value].slice(0, MOST_SHOWN).join("")}…` : value;
  const subject = [header, shown].filter((part) => part !== "").join(" ");
  const message = locale === "en" ? `${subject}: ${meaning.en}` : `${subject}：${meaning["zh-CN"]}`;
  const pointer = path.map((step) => `/${step}`).join("");
  return { code, severity, path: [...path], pointer, message: subject === "" ? meaning[locale] : message, params: { value: shown }, source: "csv", ...place };
}
