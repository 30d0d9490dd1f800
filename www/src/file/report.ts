import type { DocumentKind, Severity } from "payscore";

export interface Finding {
  code: string;
  severity: Severity;
  pointer: string;
  message: string;
}

/** An order with findings; its place is a line, or an index where the file is one JSON array. */
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
  placedBy: "line" | "index";
  orders: number;
  withErrors: number;
  withWarnings: number;
  found: FoundOrder[];
  seconds: number;
}

export interface FileCheck {
  file: File;
  kind: DocumentKind;
  locale: "zh-CN" | "en";
}

export type FromWorker = { type: "progress"; progress: Progress } | { type: "done"; report: FileReport } | { type: "failed"; reason: string };
