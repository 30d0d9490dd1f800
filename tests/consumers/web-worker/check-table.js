import { buildCompleteRequest } from "payscore";
import { openTable } from "payscore/tables";

onmessage = async ({ data: file }) => {
  const table = await openTable(file); // CSV 或 .xlsx
  const found = [...table.issues];
  let invalid = 0;
  for await (const { draft, merged, isFurther } of table.drafts()) {
    const result = draft && buildCompleteRequest(draft, { amountUnit: table.amountUnit });
    const issues = merged(result?.issues ?? []); // 带行号、列号，工作簿还有单元格
    found.push(...issues);
    if (!isFurther && issues.some(({ severity }) => severity === "error")) invalid += 1;
  }
  postMessage({ orders: table.orders, invalid, found });
};
