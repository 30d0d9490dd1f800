import { writeFileSync } from "node:fs";
import { build } from "esbuild";
import { bindgen, intermediate, template } from "./paths.mjs";

/** Answers to which the package adds words that are not in the wasm. */
const WORDED = ["explainError"];

/** An entry: a function of the same name for each that Rust exports, the constants, and how the wasm is loaded. */
export async function writeEntry(file, init, more = []) {
  const names = (await exportedNames()).filter((name) => !WORDED.includes(name));
  const functions = names.map((name) => `export function ${name}(...args) { return call("${name}", args); }`);
  writeFileSync(
    intermediate(file),
    [
      `import { call } from ${JSON.stringify(template("instance.js"))};`,
      `export * from ${JSON.stringify(template(init))};`,
      `export { createValidator } from ${JSON.stringify(template("create-validator.js"))};`,
      `export { completionSchema } from ${JSON.stringify(template("completion-schema.js"))};`,
      `export { explainError } from ${JSON.stringify(template("explain-error.js"))};`,
      `export * from ${JSON.stringify(bindgen("data.js"))};`,
      ...functions,
      ...more,
      "",
    ].join("\n"),
  );
}

/** The names that Rust exports, without wasm-bindgen's own. */
async function exportedNames() {
  const { metafile } = await build({
    entryPoints: [bindgen("payscore.js")],
    format: "esm",
    metafile: true,
    write: false,
    outdir: intermediate(""),
    logLevel: "warning",
  });
  const [{ exports }] = Object.values(metafile.outputs);
  return exports.filter((name) => name !== "default" && name !== "initSync");
}
