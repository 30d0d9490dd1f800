import { writeFileSync } from "node:fs";
import { build } from "esbuild";
import { bindgen, intermediate, published, template } from "./paths.mjs";

/**
 * What the entry has from elsewhere: how the wasm is loaded, answers to which the package adds words that are not in it, and
 * what a validator is made of.
 */
const NOT_FROM_GLUE = ["default", "initSync", "explainError", "Validator", "openValidator", "validateWith", "buildWith", "summarizeWith"];

/** An entry: a function of the same name for each that Rust exports, the constants, and how the wasm is loaded. */
export async function writeEntry(file, init) {
  const names = (await exportsOf(bindgen("payscore.js"))).filter((name) => !NOT_FROM_GLUE.includes(name));
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
      "",
    ].join("\n"),
  );
}

/** The core and what checks bytes. By name: for `export *` esbuild writes CommonJS that webpack 4 does not parse. */
export async function writeWholeEntry() {
  const names = await exportsOf(published("core.js"));
  writeFileSync(
    intermediate("index.js"),
    `export { ${names.join(", ")} } from "#core";\nexport { orderValidatorStream, validateBatch } from "#batch";\n`,
  );
}

async function exportsOf(file) {
  const { metafile } = await build({
    entryPoints: [file],
    format: "esm",
    metafile: true,
    write: false,
    outdir: intermediate(""),
    logLevel: "warning",
  });
  const [{ exports }] = Object.values(metafile.outputs);
  return exports;
}
