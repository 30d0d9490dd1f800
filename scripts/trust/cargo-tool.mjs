import { outputOf, run } from "../lib/command.mjs";

const versions = { deny: "0.20.2", mutants: "27.1.0" };

/** Runs a cargo command that is not part of Rust; it is installed the first time. */
export function runCargoTool(name, args) {
  if (!outputOf("cargo", [name, "--version"])?.includes(versions[name])) {
    run("cargo", ["install", `cargo-${name}`, "--version", versions[name], "--locked"]);
  }
  run("cargo", [name, ...args]);
}
