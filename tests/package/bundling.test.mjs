import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { parse } from "acorn";
import { build } from "esbuild";

const folder = dirname(createRequire(import.meta.url).resolve("payscore/package.json"));

const modules = ["index.js", "core.js", "core-workerd.js", "batch.js", "slim/index.js", "forms/index.js", "react.js", "vue.js", "values.js", "rules/index.js", "workerd.js", "batch-workerd.js"].map((file) => [file, "module"]);
const scripts = ["payscore.global.js", "index.cjs", "core.cjs", "batch.cjs", "slim/index.cjs", "forms/index.cjs", "react.cjs", "vue.cjs", "values.cjs", "rules/index.cjs"].map((file) => [file, "script"]);

for (const [file, sourceType] of [...modules, ...scripts]) {
  test(`${file} is syntax that webpack 4 parses`, () => {
    parse(readFileSync(join(folder, file), "utf8"), { ecmaVersion: 2017, sourceType });
  });
}

test("a page that imports a constant alone does not carry the wasm", async () => {
  const { outputFiles } = await bundled(`import { LIMITS } from "payscore"; console.log(LIMITS);`);
  assert.doesNotMatch(outputFiles[0].text, /WebAssembly/);
});

test("a bundler has nothing to warn of", async () => {
  const { warnings } = await bundled(`export * from "payscore";`);
  assert.deepEqual(warnings, []);
});

test("a page that imports by both import and require carries the wasm once", async () => {
  const { metafile } = await bundled(`import { LIMITS } from "payscore"; console.log(LIMITS, require("payscore").LIMITS);`);
  assert.equal(Object.keys(metafile.inputs).filter((file) => file.includes("payscore/core")).length, 1);
});

test("a page that checks single orders does not carry the wasm for many", async () => {
  const { metafile } = await bundled(`import { validateOrder } from "payscore"; console.log(validateOrder({}));`, { metafile: true });
  const [{ inputs }] = Object.values(metafile.outputs);
  assert.deepEqual(Object.keys(inputs).filter((file) => file.includes("batch") && inputs[file].bytesInOutput > 0), []);
});

test("a page that never asks for the schema does not carry it", async () => {
  const { outputFiles } = await bundled(`import { validateOrder } from "payscore"; console.log(validateOrder({}));`, { minify: true });
  assert.doesNotMatch(outputFiles[0].text, /完结支付分订单请求体/);
});

function bundled(contents, options) {
  const common = { bundle: true, format: "esm", write: false, metafile: true, charset: "utf8", logLevel: "silent" };
  return build({ stdin: { contents, resolveDir: process.cwd() }, ...common, ...options });
}
