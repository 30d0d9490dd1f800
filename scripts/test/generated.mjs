import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { buildSync } from "esbuild";
import { run } from "../lib/command.mjs";
import { inProject } from "../lib/project.mjs";
import { inConsumer } from "./consumer.mjs";
import { runPackage } from "./packages.mjs";

/** Runs a suite over generated orders against the installed package. `args`: `--documents`, `--seed`. */
export function checkGenerated(suite, args = []) {
  runPackage("typescript", ["--project", inProject("tests", suite)], "tsc");
  const files = readdirSync(inProject("tests", suite)).filter((file) => file.endsWith(".test.ts"));
  checkBundled(suite, files.map((file) => inProject("tests", suite, file)), args);
}

/** The same for the baseline of the benchmark, which is in `bench/`. */
export function checkBaseline() {
  checkBundled("bench", [inProject("bench/hand-written.test.mjs")], ["--documents", "4000"]);
}

function checkBundled(suite, files, args) {
  buildSync({
    entryPoints: files,
    outdir: inConsumer(suite),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    sourcemap: "inline",
    loader: { ".yaml": "text" },
    logLevel: "warning",
  });
  for (const file of files) {
    const program = inConsumer(suite, basename(file).replace(/\.m?[jt]s$/, ".mjs"));
    run(process.execPath, ["--enable-source-maps", program, ...args], { cwd: inConsumer("") });
  }
}
