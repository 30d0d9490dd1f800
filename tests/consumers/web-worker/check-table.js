import { buildCompleteRequest } from "payscore";
import { openTable } from "payscore/tables";

onmessage = async ({ data: file }) => {
  const table = await openTable(file); // CSV 或 .xlsx
  const found = [];
  let orders = 0;
  for await (const { draft, merged, isFurther } of table.drafts()) {
    const result = draft && buildCompleteRequest(draft, { amountUnit: table.amountUnit, now: null });
    found.push(...merged(result?.issues ?? [])); // 带行号、列号，工作簿还有单元格
    if (!isFurther) orders += 1;
  }
  postMessage({ orders, invalid: found.length });
};
