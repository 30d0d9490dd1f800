import { mkdirSync } from "node:fs";
import { run } from "../lib/command.mjs";
import { inProject } from "../lib/project.mjs";
import { bindgen, intermediate } from "./paths.mjs";

// Measured: each pass saves something, and their order matters.
const forSize = [
  // The lowest addresses are the far end of the stack, so no pointer plus an offset wraps around to them.
  "--low-memory-unused",
  "--flatten",
  "--rereloop",
  // Larger before compression but smaller after it: functions that are not inlined are more alike.
  "--one-caller-inline-max-function-size=20",
  "-Oz",
  "-Oz",
  "--strip-target-features",
];
const forSpeed = ["--low-memory-unused", "-O3", "--strip-target-features"];

/** Features are read from the module itself: `--all-features` lets wasm-opt emit types that Node refuses. */
export function optimizeWasm() {
  mkdirSync(intermediate(""), { recursive: true });
  optimize("payscore_bg.wasm", "payscore.wasm", forSize);
  optimize("bytes/payscore_bg.wasm", "batch.wasm", forSpeed);
}

function optimize(from, to, passes) {
  const wasmOpt = inProject("node_modules/binaryen/bin/wasm-opt");
  run(process.execPath, [wasmOpt, ...passes, bindgen(from), "-o", intermediate(to)]);
}
