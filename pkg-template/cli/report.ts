import type { BatchCounts, Severity } from "payscore";

export interface Place {
  line: number;
  /** In code points, from 1. */
  column: number;
}

/** An issue of the package, or what a table's own writing gets wrong; with its place in the file. */
export interface Finding extends Place {
  code: string;
  severity: Severity;
  path: (string | number)[];
  pointer: string;
  message: string;
  params: unknown;
  source: string;
}

export interface CheckedOrder extends Place {
  /** Null where the findings are those of the whole table. */
  index: number | null;
  out_order_no: string | null;
  valid: boolean;
  issues: Finding[];
}

export interface FileProblem extends Partial<Place> {
  message: string;
}

export interface FileResult extends BatchCounts {
  file: string;
  problem?: FileProblem;
}

export interface RunResult extends BatchCounts {
  files: FileResult[];
  /** More was found than `--max-issues` lets through; the counts are whole. */
  truncated: boolean;
  interrupted: boolean;
}

export function noCounts(): BatchCounts {
  return { orders: 0, valid: 0, invalid: 0, errors: 0, warnings: 0, bytes: 0 };
}

export function count(counts: BatchCounts, { valid, issues }: Pick<CheckedOrder, "valid" | "issues">) {
  counts.orders += 1;
  counts[valid ? "valid" : "invalid"] += 1;
  countIssues(counts, issues);
}

export function countIssues(counts: BatchCounts, issues: readonly Finding[]) {
  for (const { severity } of issues) counts[severity === "error" ? "errors" : "warnings"] += 1;
}

export function add(sum: BatchCounts, counts: BatchCounts) {
  for (const name of Object.keys(noCounts()) as (keyof BatchCounts)[]) sum[name] += counts[name];
}
