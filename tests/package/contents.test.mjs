import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";

const manifestFile = createRequire(import.meta.url).resolve("payscore/package.json");
const manifest = JSON.parse(readFileSync(manifestFile, "utf8"));

test("the package holds only what a user needs", () => {
  assert.deepEqual(readdirSync(dirname(manifestFile), { recursive: true }).sort(), [
    "CHANGELOG.md",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.en.md",
    "README.md",
    "THIRD-PARTY-LICENSES.txt",
    "batch-workerd.js",
    "batch.cjs",
    "batch.js",
    "batch.wasm",
    "cli.js",
    "core",
    "core-workerd.js",
    "core.cjs",
    "core.d.cts",
    "core.d.ts",
    "core.js",
    "core/package.json",
    "docs",
    "docs/en.html",
    "docs/index.html",
    "forms",
    "forms/index.cjs",
    "forms/index.d.cts",
    "forms/index.d.ts",
    "forms/index.js",
    "forms/package.json",
    "index.cjs",
    "index.d.cts",
    "index.d.ts",
    "index.js",
    "package.json",
    "payscore.global.js",
    "payscore.wasm",
    "payscore.wasm.d.cts",
    "payscore.wasm.d.ts",
    "react",
    "react.cjs",
    "react.d.cts",
    "react.d.ts",
    "react.js",
    "react/package.json",
    "rules",
    "rules/index.cjs",
    "rules/index.d.cts",
    "rules/index.d.ts",
    "rules/index.js",
    "rules/package.json",
    "schema.draft-07.json",
    "schema.json",
    "schemas",
    "schemas/cancel-draft.json",
    "schemas/cancel.json",
    "schemas/complete.json",
    "schemas/completion-draft.json",
    "schemas/create-draft.json",
    "schemas/create.json",
    "schemas/direct-complete-draft.json",
    "schemas/directComplete.json",
    "schemas/modify-draft.json",
    "schemas/modify.json",
    "schemas/pay-draft.json",
    "schemas/pay.json",
    "schemas/pending-message-draft.json",
    "schemas/pendingMessage.json",
    "schemas/prepaid-message-draft.json",
    "schemas/prepaidMessage.json",
    "schemas/query-draft.json",
    "schemas/sync-draft.json",
    "schemas/sync.json",
    "slim",
    "slim/index.cjs",
    "slim/index.d.cts",
    "slim/index.d.ts",
    "slim/index.js",
    "slim/package.json",
    "tables",
    "tables/index.cjs",
    "tables/index.d.cts",
    "tables/index.d.ts",
    "tables/index.js",
    "tables/package.json",
    "values",
    "values.cjs",
    "values.d.cts",
    "values.d.ts",
    "values.js",
    "values/package.json",
    "vue",
    "vue.cjs",
    "vue.d.cts",
    "vue.d.ts",
    "vue.js",
    "vue/package.json",
    "workerd.js",
  ]);
});

test("the package depends on nothing and runs nothing when installed", () => {
  for (const field of ["dependencies", "optionalDependencies", "scripts"]) assert.equal(manifest[field], undefined, field);
});

test("what the hooks are for is there already: nobody gets React who wants Vue", () => {
  assert.deepEqual(Object.keys(manifest.peerDependencies), ["react", "vue"]);
  assert.deepEqual(manifest.peerDependenciesMeta, { react: { optional: true }, vue: { optional: true } });
});

test("the command line names each package that it contains, with its licence", () => {
  const text = readFileSync(join(dirname(manifestFile), "THIRD-PARTY-LICENSES.txt"), "utf8");
  for (const name of ["cli-progress", "commander", "fflate", "jsonc-parser", "picocolors", "saxes", "tinyglobby", "xmlchars"]) {
    assert.match(text, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\((MIT|ISC)\\)\\n\\n.*(?:copyright|license)`, "ims"), name);
  }
});

test("no link and no picture of a document leads out of the package", () => {
  for (const document of ["README.md", "README.en.md", "CHANGELOG.md"]) {
    const text = readFileSync(join(dirname(manifestFile), document), "utf8");
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)].map(([, link, attribute]) => link ?? attribute);
    assert.ok(targets.length > 0, document);
    for (const target of targets) assert.ok(/^https:/.test(target) || existsSync(join(dirname(manifestFile), target)), `${document}: ${target}`);
  }
});

test("a link of the handbook leads to one of its pages, or says where else", () => {
  for (const file of ["docs/index.html", "docs/en.html"]) {
    const html = readFileSync(join(dirname(manifestFile), file), "utf8");
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const targets = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, target]) => target);
    assert.ok(targets.length > 100);
    for (const target of targets) assert.ok(/^https:/.test(target) || ids.has(target.slice(1)), `${file}: ${target}`);
  }
});
