import type { FormIssue } from "./marks.js";
import { pointerOf } from "./names.js";

/**
 * 按位置分组：整个订单的问题，与各字段的问题（以 JSON Pointer 为键）。
 *
 * The issues by place: those of the whole order, and those of each field, by JSON Pointer.
 */
export function flattenIssues<Issue extends FormIssue>(
  issues: readonly Issue[],
): { formIssues: Issue[]; fieldIssues: Record<string, Issue[]> } {
  const formIssues: Issue[] = [];
  const fieldIssues: Record<string, Issue[]> = {};
  for (const issue of issues) {
    const pointer = pointerOf(issue.path);
    if (pointer === "") formIssues.push(issue);
    else (fieldIssues[pointer] = fieldIssues[pointer] || []).push(issue);
  }
  return { formIssues, fieldIssues };
}
