import { buildCompleteRequest } from "payscore";
import type { CancelDraft, CompletionDraft } from "payscore";
import { TableProblem, fileRules, openTable, tableColumns } from "payscore/tables";
import type { FileCode, OperationName, Place, PlacedIssue, Table, TableDraft, TableSource } from "payscore/tables";

async function issuesOf(file: File): Promise<PlacedIssue[]> {
  const table: Table = await openTable(file, { locale: "en", sheet: 1, encoding: "gb18030" });
  const issues: PlacedIssue[] = [...table.issues];
  for await (const each of table.drafts()) {
    const { draft, merged, placeOf, isFurther }: TableDraft = each;
    const given: CompletionDraft | undefined = draft;
    const result = given && buildCompleteRequest(given, { amountUnit: table.amountUnit });
    issues.push(...merged(result?.issues ?? []));
    const place: Place = placeOf(["post_payments", 0, "amount"]);
    void [place.cell, isFurther];
  }
  return issues;
}

async function codeOf(source: TableSource): Promise<string | undefined> {
  try {
    await openTable(source);
    return undefined;
  } catch (error) {
    return error instanceof TableProblem ? `${error.code} ${error.place?.line}` : undefined;
  }
}

async function cancels(source: TableSource): Promise<CancelDraft[]> {
  const drafts: CancelDraft[] = [];
  for await (const { draft } of (await openTable(source, { operation: "cancel" })).drafts()) if (draft) drafts.push(draft);
  return drafts;
}

const operation: OperationName = "complete";
const names: readonly string[] = tableColumns[operation].flatMap(({ names }) => names);
const code: FileCode | undefined = fileRules[0]?.code;
// @ts-expect-error no such code
const none: FileCode = "csv_nothing";
// @ts-expect-error text is decoded by the reader, which tells the encoding
openTable("订单号,金额（元）");
void [cancels, issuesOf, codeOf, names, code, none];
