// What was measured, as Markdown tables.

import { fastest, median, timesAsFast } from "./measure.mjs";

export function bytesTable(cases) {
  const rows = cases.flatMap(({ input, share, orders, bytes, timings }) => {
    const best = fastest(timings.filter(({ name }) => name.startsWith("hand-written")));
    return timings.map((timing) => {
      const seconds = median(timing.times) / 1000;
      return [input, share, timing.name, ratio(timesAsFast(timing, best)), (bytes / seconds / 1e6).toFixed(0), Math.round(orders / seconds).toLocaleString("en")];
    });
  });
  return table(["input", "", "", "× best JavaScript", "MB/s", "orders/s"], rows);
}

function ratio({ median: middle, least, most }) {
  return `${middle.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`;
}

export function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
