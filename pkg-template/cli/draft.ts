import { buildCompleteRequest, type BuildOptions, type BuildResult, type CompletionDraft, type Issue } from "payscore";
import type { CheckedOrder, Finding, Place } from "./report";

/** A draft and where each part of it stands in its file. */
export interface PlacedDraft {
  index: number;
  place: Place;
  out_order_no: string | null;
  /** Undefined where the file does not tell what belongs to it. */
  draft: CompletionDraft | undefined;
  /** What the file's own writing gets wrong. */
  findings: Finding[];
  placeOf(path: readonly (string | number)[]): Place;
  /** An issue as the file's own writing explains it. */
  explained(issue: Finding): Finding;
}

export interface Composed {
  result: BuildResult | undefined;
  order: CheckedOrder;
}

export function compose({ index, place, out_order_no, draft, findings, placeOf, explained }: PlacedDraft, options: BuildOptions): Composed {
  const result = draft && buildCompleteRequest(draft, options);
  const told = new Set(findings.map(({ pointer }) => pointer));
  const others = (result?.issues ?? []).filter(({ pointer }) => !told.has(pointer));
  const issues = [...findings, ...others.map((issue: Issue) => explained({ ...issue, ...placeOf(issue.path) }))];
  const valid = issues.every(({ severity }) => severity !== "error");
  return { result, order: { index, ...place, out_order_no, valid, issues } };
}
