// Installs what a fresh machine lacks. It uses only Node's built-ins, as it runs before any package is installed.
import { existsSync } from "node:fs";
import { Problem, outputOf, run } from "./lib/command.mjs";
import { once } from "./lib/once.mjs";

const WASM_TARGET = "wasm32-unknown-unknown";

export async function setUp() {
  requireCargo();
  addWasmTarget();
  await installPackages();
}

/** rustup's minimal profile does not include them. */
export function addRustCheckers() {
  for (const checker of ["fmt", "clippy"]) {
    if (outputOf("cargo", [checker, "--version"]) === undefined) {
      run("rustup", ["component", "add", checker === "fmt" ? "rustfmt" : checker]);
    }
  }
}

function requireCargo() {
  if (outputOf("cargo", ["--version"]) === undefined) {
    throw new Problem("cargo was not found. payscore is built from Rust: install it from https://rustup.rs, open a new terminal and try again.");
  }
}

function addWasmTarget() {
  const libraries = outputOf("rustc", ["--print", "target-libdir", "--target", WASM_TARGET]);
  if (libraries !== undefined && existsSync(libraries)) return;
  if (outputOf("rustup", ["--version"]) === undefined) {
    throw new Problem(`This Rust lacks the target ${WASM_TARGET}, and there is no rustup to add it. Install Rust from https://rustup.rs, or add the target with what installed your Rust.`);
  }
  run("rustup", ["target", "add", WASM_TARGET]);
}

function installPackages() {
  const installed = { inputs: ["package-lock.json"], outputs: ["node_modules/.package-lock.json"] };
  // No package needs its install script here; without install scripts, only npm decides what is downloaded.
  return once("packages", installed, () => run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]));
}
