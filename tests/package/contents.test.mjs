import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";

const manifestFile = createRequire(import.meta.url).resolve("payscore/package.json");
const manifest = JSON.parse(readFileSync(manifestFile, "utf8"));

test("the package holds only what a user needs", () => {
  assert.deepEqual(readdirSync(dirname(manifestFile), { recursive: true }).sort(), [
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
    "payscore.wasm",
    "payscore.wasm.d.cts",
    "payscore.wasm.d.ts",
    "rules",
    "rules/index.cjs",
    "rules/index.d.cts",
    "rules/index.d.ts",
    "rules/index.js",
    "rules/package.json",
    "schema.draft-07.json",
    "schema.json",
    "schemas",
    "schemas/cancel.json",
    "schemas/complete.json",
    "schemas/create.json",
    "schemas/directComplete.json",
    "schemas/modify.json",
    "schemas/pay.json",
    "schemas/pendingMessage.json",
    "schemas/prepaidMessage.json",
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
    "workerd.js",
  ]);
});

test("the package depends on nothing and runs nothing when installed", () => {
  for (const field of ["dependencies", "peerDependencies", "optionalDependencies", "scripts"]) {
    assert.equal(manifest[field], undefined, field);
  }
});

test("the command line names each package that it contains, with its licence", () => {
  const text = readFileSync(join(dirname(manifestFile), "THIRD-PARTY-LICENSES.txt"), "utf8");
  for (const name of ["cli-progress", "commander", "fflate", "jsonc-parser", "picocolors", "saxes", "tinyglobby", "xmlchars"]) {
    assert.match(text, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\((MIT|ISC)\\)\\n\\n.*(?:copyright|license)`, "ims"), name);
  }
});
