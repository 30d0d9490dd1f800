import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { test } from "node:test";

const manifestFile = createRequire(import.meta.url).resolve("payscore/package.json");
const manifest = JSON.parse(readFileSync(manifestFile, "utf8"));

test("the package holds only what a user needs", () => {
  assert.deepEqual(readdirSync(dirname(manifestFile)).sort(), [
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.en.md",
    "README.md",
    "index.cjs",
    "index.d.cts",
    "index.d.ts",
    "index.js",
    "package.json",
    "schema.draft-07.json",
    "schema.json",
  ]);
});

test("the package depends on nothing and runs nothing when installed", () => {
  for (const field of ["dependencies", "peerDependencies", "optionalDependencies", "scripts"]) {
    assert.equal(manifest[field], undefined, field);
  }
});
