// The same orders as bytes, in each layout they may be written in.

import { randomFrom } from "./orders.mjs";

const encoder = new TextEncoder();

export const WRITINGS = {
  /** As `JSON.stringify` writes them, keys in the order of the tables. */
  usual: (orders) => orders.map((order) => JSON.stringify(order)),
  shuffled: (orders) => {
    const random = randomFrom(2);
    return orders.map((order) => JSON.stringify(withShuffledKeys(order, random)));
  },
  escaped: (orders) => orders.map((order) => JSON.stringify(order).replace(/[^\0-\x7f]/g, asEscape)),
  spaced: (orders) => orders.map((order) => JSON.stringify(order, null, 1).replace(/\n */g, " ").replace(/(?<=\{|\[) /g, "")),
};

export function asNdjson(lines) {
  return encoder.encode(`${lines.join("\n")}\n`);
}

export function asSeparateBytes(lines) {
  return lines.map((line) => encoder.encode(line));
}

const asEscape = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;

function withShuffledKeys(value, random) {
  if (Array.isArray(value)) return value.map((part) => withShuffledKeys(part, random));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  for (let at = entries.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [entries[at], entries[other]] = [entries[other], entries[at]];
  }
  return Object.fromEntries(entries.map(([key, part]) => [key, withShuffledKeys(part, random)]));
}
