import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { inProject } from "../lib/project.mjs";
import { intermediate, published } from "./paths.mjs";

const measured = {
  wasm: intermediate("payscore.wasm"),
  glue: intermediate("glue.js"),
  entry: published("core.js"),
  global: published("payscore.global.js"),
  slim: published("slim/index.js"),
  workerd: published("core-workerd.js"),
  batchWasm: intermediate("batch.wasm"),
  batch: published("batch.js"),
  forms: published("forms/index.js"),
  tables: published("tables/index.js"),
  react: published("react.js"),
  vue: published("vue.js"),
  values: published("values.js"),
};

/** The raw and brotli sizes of each part, with what `size-budget.json` allows. */
export function measure() {
  const budget = JSON.parse(readFileSync(inProject("size-budget.json"), "utf8"));
  return Object.entries(measured).map(([part, file]) => {
    const bytes = readFileSync(file);
    return { part, raw: bytes.length, brotli: brotliCompressSync(bytes).length, allowed: budget[part].brotli };
  });
}

export function table(sizes) {
  const rows = sizes.map(({ part, raw, brotli, allowed }) => [part, raw, brotli, allowed].map(String));
  return [["part", "raw", "brotli", "allowed"], ...rows]
    .map(([part, ...numbers]) => part.padEnd(10) + numbers.map((number) => number.padStart(10)).join(""))
    .join("\n");
}

/** One sentence for each part that is larger than allowed. */
export function overBudget() {
  return measure()
    .filter(({ brotli, allowed }) => brotli > allowed)
    .map(({ part, brotli, allowed }) => `${part}: ${brotli} bytes with brotli, ${allowed} are allowed (size-budget.json)`);
}
