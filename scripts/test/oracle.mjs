import { buildSync } from "esbuild";
import { run } from "../lib/command.mjs";
import { inProject } from "../lib/project.mjs";
import { inConsumer } from "./consumer.mjs";
import { runPackage } from "./packages.mjs";

/** The oracle against the installed package. `args`: `--documents`, `--seed`. */
export function compareWithOracle(args = []) {
  runPackage("typescript", ["--project", inProject("tests/oracle")], "tsc");
  const program = inConsumer("oracle/differential.test.mjs");
  buildSync({
    entryPoints: [inProject("tests/oracle/differential.test.ts")],
    outfile: program,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    sourcemap: "inline",
    loader: { ".yaml": "text" },
    logLevel: "warning",
  });
  run(process.execPath, ["--enable-source-maps", program, ...args], { cwd: inConsumer("") });
}
