import type { FoundOrder } from "./report";

/** Offers the findings as a file, made in the page. */
export function saveFindings(found: FoundOrder[], format: "csv" | "ndjson") {
  const text = format === "csv" ? csvOf(found) : found.map((order) => `${JSON.stringify(order)}\n`).join("");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: format === "csv" ? "text/csv" : "application/x-ndjson" }));
  link.download = `payscore-findings.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** With a byte order mark, or Excel takes Chinese for Latin. */
function csvOf(found: FoundOrder[]) {
  const rows = found.flatMap(({ place, outOrderNo, findings }) =>
    findings.map(({ severity, code, pointer, message }) => [place, outOrderNo, severity, code, pointer, message]),
  );
  return `\uFEFF${[["place", "out_order_no", "severity", "code", "pointer", "message"], ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** A leading quote keeps a spreadsheet from reading a cell as a formula. */
function cell(value: unknown) {
  const text = String(value).replace(/^[=+\-@\t]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
