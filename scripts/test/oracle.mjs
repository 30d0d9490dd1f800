import { buildSync } from "esbuild";
import { run } from "../lib/command.mjs";
import { inProject } from "../lib/project.mjs";
import { inConsumer } from "./consumer.mjs";
import { runPackage } from "./packages.mjs";

const PROGRAMS = ["differential", "properties"];

/** Generated orders, against the oracle and what holds of every answer. `args`: `--documents`, `--seed`. */
export function checkGenerated(args = []) {
  runPackage("typescript", ["--project", inProject("tests/oracle")], "tsc");
  buildSync({
    entryPoints: PROGRAMS.map((name) => inProject(`tests/oracle/${name}.test.ts`)),
    outdir: inConsumer("oracle"),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    sourcemap: "inline",
    loader: { ".yaml": "text" },
    logLevel: "warning",
  });
  for (const name of PROGRAMS) {
    run(process.execPath, ["--enable-source-maps", inConsumer(`oracle/${name}.test.mjs`), ...args], { cwd: inConsumer("") });
  }
}
