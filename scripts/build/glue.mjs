import { readdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { bindgen, intermediate, template } from "./paths.mjs";

/**
 * Makes a function of wasm-bindgen's module, so that each wasm instance has glue of its own: after a trap the
 * instance is dropped together with every view, table and cache that pointed into it, even while an outer call is
 * still running in it. The parameter stands for the global `WebAssembly`; the caller passes one that it watches.
 */
export async function writeGlueFactories() {
  await writeGlueFactory(bindgen(""), intermediate("glue.js"));
  await writeGlueFactory(bindgen("bytes"), intermediate("batch-glue.js"));
}

export async function writeGlueFactory(folder, outfile) {
  await build({
    stdin: {
      contents: `export * from "./payscore.js"; export { default as initAsync } from "./payscore.js"; export { keepOptions, takeFault } from ${JSON.stringify(tapeOf(folder))};`,
      resolveDir: folder,
    },
    bundle: true,
    format: "iife",
    globalName: "glue",
    banner: { js: "export function createGlue(WebAssembly) {" },
    footer: { js: "return glue; }" },
    target: "es2017",
    inject: [template("encoding.js")],
    // Only ever given a compiled module, so what would fetch and stream one is never reached.
    define: { Request: "undefined", Response: "undefined", URL: "undefined" },
    minify: true,
    outfile,
    logLevel: "warning",
    // wasm-bindgen lists a module twice when two of its functions need no conversion, and every bundler then warns its user.
    logOverride: { "duplicate-object-key": "error" },
  });
}

/** The module that the glue imports as a snippet, under a name of wasm-bindgen's making. */
function tapeOf(folder) {
  const [snippet] = readdirSync(join(folder, "snippets"));
  return `./snippets/${snippet}/src/input/tape.js`;
}
