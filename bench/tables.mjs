// Renders the measurements as Markdown tables.

import { fastest, median, timesAsFast } from "./measure.mjs";

const HAND_WRITTEN = "hand-written";
const AJV_STANDALONE = "ajv standalone";

export const tables = {
  bytes: (cases) =>
    table(
      ["input", "invalid", "", "× best JavaScript", "MB/s", "orders/s"],
      cases.flatMap(({ input, invalid, orders, bytes, timings }) => {
        const best = fastest(timings.filter(({ name }) => name.startsWith(HAND_WRITTEN)));
        return timings.map((timing) => {
          const seconds = median(timing.times) / 1000;
          return [input, invalid, timing.name, ratio(timesAsFast(timing, best)), (bytes / seconds / 1e6).toFixed(0), Math.round(orders / seconds)];
        });
      }),
    ),
  objects: ofObjects,
  pollution: ofObjects,
  edit: ([{ orders, timings }]) =>
    table(
      ["", "× hand-written", "µs"],
      timings.map((timing) => [timing.name, ratio(timesAsFast(timing, named(timings, HAND_WRITTEN))), microseconds(timing, orders)]),
    ),
  start: ([{ timings }]) =>
    table(
      ["", "time ÷ ajv standalone", "ms"],
      timings.map((timing) => [timing.name, ratio(timesAsFast(named(timings, AJV_STANDALONE), timing)), median(timing.times).toFixed(1)]),
    ),
  sizes: (entries) =>
    table(
      ["", "minified", "brotli", "÷ zod"],
      entries.map(({ name, minified, brotli }) => [name, minified, brotli, (brotli / named(entries, "zod").brotli).toFixed(2)]),
    ),
};

function ofObjects(cases) {
  return table(
    ["order", "objects", "invalid", "", "× ajv standalone", "time ÷ hand-written", "µs"],
    cases.flatMap(({ size, objects, invalid, orders, timings }) => {
      const [byHand, generated] = [HAND_WRITTEN, AJV_STANDALONE].map((base) => named(timings, base));
      return timings.map((timing) => [size, objects, invalid, timing.name, ratio(timesAsFast(timing, generated)), ratio(timesAsFast(byHand, timing)), microseconds(timing, orders)]);
    }),
  );
}

const named = (timings, name) => timings.find((timing) => timing.name.startsWith(name));
const microseconds = ({ times }, orders) => ((median(times) / orders) * 1000).toFixed(2);

function ratio({ median: middle, least, most }) {
  return `${middle.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`;
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
