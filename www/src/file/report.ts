import type { AmountUnit, DocumentKind, IndustryId, Mode, Severity } from "payscore";

export interface Finding {
  code: string;
  severity: Severity;
  pointer: string;
  message: string;
}

/** An order with findings; its place is a line, a row, or a number from 1 where the file is one JSON array. */
export interface FoundOrder {
  place: number;
  outOrderNo: string;
  findings: Finding[];
}

export interface Progress {
  bytesRead: number;
  bytes: number;
  orders: number;
}

export interface FileReport {
  placedBy: "line" | "row" | "index";
  orders: number;
  withErrors: number;
  withWarnings: number;
  /** How often each code was found. */
  tally: Record<string, number>;
  found: FoundOrder[];
  /** Orders with findings beyond those that are kept. */
  more: number;
  /** What is wrong with the file as a whole. */
  ofFile: Finding[];
  seconds: number;
}

/** An empty text is no choice. */
export interface Settings {
  kind: DocumentKind;
  mode: Mode | "";
  industry: IndustryId | "";
  amountUnit: AmountUnit | "";
  /** Whether the clock counts. */
  isNow: boolean;
}

export interface FileCheck {
  file: File;
  /** Orders as they were created: JSON, an order a line or a list. */
  created: File | undefined;
  settings: Settings;
  locale: "zh-CN" | "en";
}

/** Why a file cannot be checked: by name where it is the page's own word. */
export type Reason = { word: "createdUnreadable" | "noSuchTable" } | { text: string };

export type FromWorker = { type: "progress"; progress: Progress } | { type: "done"; report: FileReport } | { type: "failed"; reason: Reason };
