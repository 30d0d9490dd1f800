import type { Format } from "./format";

/** A line for each order with issues as soon as it is found, then one line with the totals. */
export const ndjson: Format = ({ write }) => ({
  order: (file, order) => write(`${JSON.stringify({ file, ...order })}\n`),
  end: (summary) => write(`${JSON.stringify({ summary })}\n`),
});
