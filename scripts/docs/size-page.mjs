import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { buildSync } from "esbuild";
import { bindgen, intermediate, published } from "../build/paths.mjs";
import { inProject } from "../lib/project.mjs";
import { LANGUAGES } from "./languages.mjs";
import { front } from "./rule-page.mjs";
import { words } from "./words.mjs";

/** The functions that a page may import, and from which entry. */
const ASKED = [
  ["yuanToFen", "values.js"],
  ["validateOrder", "core.js"],
  ["createValidator", "core.js"],
  ["buildCompleteRequest", "core.js"],
  ["completionSchema", "core.js"],
  ["explainError", "core.js"],
  ["rules", "core.js"],
  ["validateBatch", "index.js"],
  ["validateOrder", "slim/index.js"],
  ["toAntd", "forms/index.js"],
  ["openTable", "tables/index.js"],
];

/** Writes the page on what the entry consists of and what each function costs, in both languages, from the current build. */
export function writeSizePages() {
  const parts = partsOfEntry();
  const costs = ASKED.map(([name, entry]) => [name, entry, costOf(name, entry)]);
  for (const { key, folder } of LANGUAGES) writeFileSync(inProject("docs", folder, "size.md"), sizePage(words[key].size, parts, costs));
}

const brotli = (bytes) => brotliCompressSync(bytes).length;
const kilobytes = (bytes) => (bytes / 1000).toFixed(1);

function partsOfEntry() {
  const entry = brotli(readFileSync(published("core.js")));
  const parts = {
    wasm: brotli(readFileSync(intermediate("payscore.wasm"))),
    refusals: brotli(readFileSync(bindgen("error-texts.js"))),
    data: brotli(readFileSync(bindgen("data.js"))),
    glue: brotli(readFileSync(intermediate("glue.js"))),
  };
  const counted = Object.values(parts).reduce((sum, size) => sum + size, 0);
  return { entry, ...parts, rest: entry - counted };
}

/** The size of a minified bundle that imports one function. */
function costOf(name, entry) {
  const { outputFiles } = buildSync({
    stdin: { contents: `export { ${name} } from ${JSON.stringify(published(entry))};`, resolveDir: inProject("") },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    external: ["*.wasm"],
    write: false,
    logLevel: "error",
  });
  return brotli(outputFiles[0].contents);
}

function sizePage(said, { entry, ...parts }, costs) {
  const rows = Object.entries(parts).map(([part, size]) => [said.parts[part], kilobytes(size), `${((size / entry) * 100).toFixed(0)} %`]);
  return [
    front(said.title, said.description),
    `# ${said.title}`,
    said.introduction(kilobytes(entry)),
    table(said.columns, rows),
    `## ${said.functions}`,
    said.functionsOf,
    table(said.costColumns, costs.map(([name, from, size]) => [`\`${name}\``, `\`${entryName(from)}\``, kilobytes(size)])),
    `## ${said.first}`,
    said.firstOf,
    "",
  ].join("\n\n");
}

const entryName = (file) => (["core.js", "index.js"].includes(file) ? "payscore" : `payscore/${file.split("/")[0].replace(".js", "")}`);

function table(head, rows) {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
