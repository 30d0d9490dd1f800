import { readFileSync } from "node:fs";

const read = (name) => JSON.parse(readFileSync(new URL(`../../www/samples/${name}.json`, import.meta.url), "utf8"));

export function sampleOf(industry, mode) {
  const { order, completion, fault } = read(industry);
  return { order: { ...read("identities")[mode], ...order }, draft: completion, fault };
}
