import type { BatchCounts } from "payscore";
import type { Place, PlacedIssue } from "../tables/issue";

export type { Place, PlacedIssue };

export interface CheckedOrder extends Place {
  /** Null if the issues are those of the whole file. */
  index: number | null;
  out_order_no: string | null;
  valid: boolean;
  issues: PlacedIssue[];
}

export interface FileProblem {
  /** Which problem it is, for programs. */
  code: string;
  message: string;
  line?: number;
  column?: number;
}

/** How often each code was found. */
export type Codes = Record<string, number>;

export interface Counts extends BatchCounts {
  codes: Codes;
}

export interface FileResult extends Counts {
  file: string;
  problem?: FileProblem;
}

export interface RunResult extends Counts {
  files: FileResult[];
  /** More was found than `--max-issues` allows to list; the counts are complete. */
  truncated: boolean;
  interrupted: boolean;
}

export function noCounts(): Counts {
  return { orders: 0, valid: 0, invalid: 0, errors: 0, warnings: 0, bytes: 0, codes: {} };
}

export function countIssues(counts: Counts, issues: readonly PlacedIssue[]): void {
  for (const { severity, code } of issues) {
    counts[severity === "error" ? "errors" : "warnings"] += 1;
    counts.codes[code] = (counts.codes[code] ?? 0) + 1;
  }
}

export function add(sum: Counts, { codes, ...counts }: Counts): void {
  for (const name of ["orders", "valid", "invalid", "errors", "warnings", "bytes"] as const) sum[name] += counts[name];
  for (const [code, count] of Object.entries(codes)) sum.codes[code] = (sum.codes[code] ?? 0) + count;
}
