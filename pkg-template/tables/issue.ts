import type { Severity } from "payscore";
import codes from "./codes.json";

export type TableLocale = "zh-CN" | "en";

export interface Place {
  /** 从 1 起；工作簿中为行号。From 1. In a workbook, the row. */
  line: number;
  /** 按字符从 1 起；工作簿中为列号。In code points, from 1. In a workbook, the column. */
  column: number;
  /** 工作簿中的单元格，如 `C5`。The cell in a workbook, such as `C5`. */
  cell?: string;
}

/** 文件本身（而非订单）的问题。Issues of a file itself rather than of an order. */
export type FileCode = keyof typeof codes;

/** 订单的问题，或文件本身的问题，及其在文件中的位置。An issue of an order, or of the file itself, with its place in the file. */
export interface PlacedIssue extends Place {
  code: string;
  severity: Severity;
  path: (string | number)[];
  pointer: string;
  message: string;
  /** 不含字段名称的说明，用在字段旁边。The message without the field's name, to show beside the field. */
  brief: string;
  params: unknown;
  source: string;
}

export interface FileRule {
  code: FileCode;
  severity: Severity;
  source: Record<TableLocale, string>;
  params: readonly string[];
  meaning: Record<TableLocale, string>;
  remedy: Record<TableLocale, string>;
  /** 能查出它的最小的文件。The smallest file in which it is found. */
  example: { file: string; content: string };
}

interface Circumstances {
  path: readonly (string | number)[];
  header: string;
  value: string;
  place: Place;
  locale: TableLocale;
  severity?: Severity;
  /** A further detail, as a sentence without its full stop. */
  detail?: string;
  params?: Record<string, unknown>;
}

const MOST_SHOWN = 24;

/** 文件问题的目录，与 `rules` 并列。The catalogue of issues of files, beside `rules`. */
export const fileRules: readonly FileRule[] = Object.entries(codes as Record<FileCode, Omit<FileRule, "code">>).map(([code, rule]) => ({
  code: code as FileCode,
  ...rule,
}));

const byCode = new Map(fileRules.map((rule) => [rule.code, rule]));

export function issueOf(code: FileCode, { path, header, value, place, locale, severity, detail, params }: Circumstances): PlacedIssue {
  const rule = byCode.get(code)!;
  const shown = shortened(value);
  const isEnglish = locale === "en";
  const subject = [header.trim(), shown].filter((part) => part !== "").join(" ");
  const meaning = [rule.meaning[locale], ...(detail === undefined ? [] : [detail])].join(isEnglish ? "; " : "；");
  const brief = `${meaning}${isEnglish ? ". " : "。"}${rule.remedy[locale]}`;
  return {
    code,
    severity: severity ?? rule.severity,
    path: [...path],
    pointer: pointerOf(path),
    message: subject === "" ? brief : `${subject}${isEnglish ? ": " : "："}${brief}`,
    brief,
    params: { value: shown, ...params },
    source: rule.source[locale],
    ...place,
  };
}

export const pointerOf = (path: readonly (string | number)[]): string => path.map((step) => `/${step}`).join("");

function shortened(value: string): string {
  const characters = [...value];
  return characters.length > MOST_SHOWN ? `${characters.slice(0, MOST_SHOWN).join("")}…` : value;
}
