import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { test } from "node:test";
import { build } from "esbuild";
import { titleOf } from "../common/in-browser.mjs";

const libraries = readdirSync("rendered").map((file) => basename(file, ".js")).filter((name) => name !== "see");

for (const library of libraries) {
  test(`${library}: a person sees the errors, and sees them go`, { skip: process.env.CONSUMER_NO_BROWSER }, async () => {
    await build({
      entryPoints: [`rendered/${library}.js`],
      bundle: true,
      format: "esm",
      outfile: `out/${library}.js`,
      define: { "process.env.NODE_ENV": '"production"' },
      loader: { ".woff": "empty", ".woff2": "empty", ".ttf": "empty" },
      logLevel: "error",
    });
    writeFileSync(`out/${library}.html`, `<!doctype html><meta charset="utf-8"><div id="app"></div><script type="module" src="${library}.js"></script>`);
    assert.equal(await titleOf(`forms/out/${library}.html`), "seen, then cleared");
  });
}
