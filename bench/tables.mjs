// What was measured, as Markdown tables.

import { fastest, median, timesAsFast } from "./measure.mjs";

const HAND_WRITTEN = "hand-written";

export const tables = {
  bytes: (cases) =>
    table(
      ["input", "invalid", "", "× best JavaScript", "MB/s", "orders/s"],
      cases.flatMap(({ input, invalid, orders, bytes, timings }) => {
        const best = fastest(timings.filter(({ name }) => name.startsWith(HAND_WRITTEN)));
        return timings.map((timing) => {
          const seconds = median(timing.times) / 1000;
          return [input, invalid, timing.name, speed(timesAsFast(timing, best)), (bytes / seconds / 1e6).toFixed(0), Math.round(orders / seconds)];
        });
      }),
    ),
  objects: (cases) => ofOrders(cases, ({ size, objects, invalid }) => [size, objects, invalid], ["order", "objects", "invalid"]),
  edit: (cases) => ofOrders(cases, () => [], []),
};

function ofOrders(cases, about, heads) {
  return table(
    [...heads, "", "× hand-written", "time ÷ hand-written", "ns"],
    cases.flatMap((measured) => {
      const base = measured.timings.find(({ name }) => name.startsWith(HAND_WRITTEN));
      return measured.timings.map((timing) => {
        const ratio = timesAsFast(timing, base);
        return [...about(measured), timing.name, speed(ratio), (1 / ratio.median).toFixed(2), ((median(timing.times) / measured.orders) * 1e6).toFixed(0)];
      });
    }),
  );
}

function speed({ median: middle, least, most }) {
  return `${middle.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`;
}

export function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
