import { writeFileSync } from "node:fs";
import { build } from "esbuild";
import { bindgen, intermediate, template } from "./paths.mjs";

/**
 * Makes a function of wasm-bindgen's module, so that each wasm instance has glue of its own: after a trap the
 * instance is dropped together with every view, table and cache that pointed into it, even while an outer call is
 * still running in it. The parameter stands for the global `WebAssembly`; the caller passes one that it watches.
 */
export async function writeGlueFactory() {
  await build({
    stdin: {
      contents: `export * from "./payscore.js"; export { default as initAsync } from "./payscore.js";`,
      resolveDir: bindgen(""),
    },
    bundle: true,
    format: "iife",
    globalName: "glue",
    banner: { js: "export function createGlue(WebAssembly) {" },
    footer: { js: "return glue; }" },
    inject: [template("text-codec.js")],
    target: "es2017",
    outfile: intermediate("glue.js"),
    logLevel: "warning",
  });
}

/** The names that Rust exports, without wasm-bindgen's own. */
export async function exportedNames() {
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

/** The entry: a function of the same name for each that Rust exports, and the constants. */
export async function writeEntry() {
  const names = await exportedNames();
  const functions = names.map((name) => `export function ${name}(...args) { return call("${name}", args); }`);
  writeFileSync(
    intermediate("index.js"),
    [
      `import { call } from ${JSON.stringify(template("instance.js"))};`,
      `export { init } from ${JSON.stringify(template("instance.js"))};`,
      `export * from ${JSON.stringify(bindgen("data.js"))};`,
      ...functions,
      "",
    ].join("\n"),
  );
}
