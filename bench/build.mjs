// Builds the benchmark: the peers from npm, ajv's generated code, and one bundle for both Node and Chromium.

import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { build } from "esbuild";
import { run } from "../scripts/lib/command.mjs";
import { once } from "../scripts/lib/once.mjs";
import { inProject } from "../scripts/lib/project.mjs";
import { ENTRIES } from "./entries.mjs";

export const inBench = (...parts) => inProject("target/bench", ...parts);
const source = (...parts) => inProject("bench", ...parts);
const AJV_STANDALONE = inBench("ajv-standalone.cjs");

export async function preparePeers() {
  const installed = { inputs: ["bench/package.json", "bench/package-lock.json"], outputs: ["bench/node_modules/.package-lock.json"] };
  await once("bench-packages", installed, () => run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: source("") }));
  mkdirSync(inBench(""), { recursive: true });
  await writeAjvStandalone();
}

/** @returns the file: a module for Node, a script that defines `bench` for a page */
export async function bundleSuites(format) {
  const outfile = inBench(`suites.${format === "esm" ? "mjs" : "js"}`);
  await bundle({ entryPoints: [source("suites.mjs")], outfile, format, globalName: "bench" });
  return outfile;
}

export function bundle(options) {
  return build({
    bundle: true,
    target: "es2022",
    alias: { "#ajv-standalone": AJV_STANDALONE },
    // The generated code asks for ajv's own helpers.
    nodePaths: [source("node_modules")],
    logLevel: "error",
    ...options,
  });
}

async function writeAjvStandalone() {
  const require = createRequire(source("package.json"));
  const { Ajv } = require("ajv");
  const { default: standaloneCode } = require("ajv/dist/standalone");
  const { schema } = await import("./peers/json-schema.mjs");
  const ajv = new Ajv({ allErrors: true, code: { source: true } });
  writeFileSync(AJV_STANDALONE, standaloneCode(ajv, { validate: ajv.addSchema(schema, "completion") && "completion" }));
}

/** A minified module for each entry. @returns {Promise<Record<string, string>>} the files by name */
export async function bundleEntries() {
  const files = {};
  for (const [name, contents] of Object.entries(ENTRIES)) {
    files[name] = inBench(`entry-${name.replaceAll(/\W+/g, "-")}.mjs`);
    await bundle({ stdin: { contents, resolveDir: source("") }, outfile: files[name], format: "esm", minify: true });
  }
  return files;
}
