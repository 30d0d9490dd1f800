import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { parse } from "acorn";
import { build } from "esbuild";

const folder = dirname(createRequire(import.meta.url).resolve("payscore/package.json"));

for (const [file, sourceType] of [["index.js", "module"], ["index.cjs", "script"]]) {
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

function bundled(contents) {
  return build({ stdin: { contents, resolveDir: process.cwd() }, bundle: true, format: "esm", write: false, logLevel: "silent" });
}
