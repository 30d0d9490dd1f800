import { mkdirSync } from "node:fs";
import { run } from "../lib/command.mjs";
import { inProject } from "../lib/project.mjs";
import { bindgen, intermediate } from "./paths.mjs";

/** Features are read from the module itself: `--all-features` lets wasm-opt emit types that Node refuses. */
export function optimizeWasm() {
  mkdirSync(intermediate(""), { recursive: true });
  const wasmOpt = inProject("node_modules/binaryen/bin/wasm-opt");
  run(process.execPath, [wasmOpt, "-Oz", bindgen("payscore_bg.wasm"), "-o", intermediate("payscore.wasm")]);
}
