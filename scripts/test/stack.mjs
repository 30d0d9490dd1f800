import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { published } from "../build/paths.mjs";
import { Problem } from "../lib/command.mjs";
import { inProject } from "../lib/project.mjs";

const TARGET = "wasm32-unknown-unknown";

/** The packages that must be at work in the wasm. tsify shows only in the declarations. */
const IN_WASM = ["wasm-bindgen", "serde-wasm-bindgen", "serde", "js-sys", "console_error_panic_hook"];
const BY_TSIFY = ["export interface ValidationReport {", "export interface IssueOf<Code extends IssueCode> {", "export interface Summary {", 'export type Severity = "error" | "warning";'];

/** All six packages are dependencies and really used, in the wasm or for the types: none is just a name in Cargo.toml. */
export function checkStack() {
  const tree = execFileSync("cargo", ["tree", "--package", "payscore", "--target", TARGET, "--edges", "normal", "--depth", "1", "--prefix", "none"], { cwd: inProject(""), encoding: "utf8" });
  const functions = namesIn(inProject("target/wasm/objects", TARGET, "release/payscore.wasm"));
  const declarations = readFileSync(published("index.d.ts"), "utf8");
  const missing = [
    ...[...IN_WASM, "tsify"].filter((name) => !tree.includes(`\n${name} v`)).map((name) => `${name} is not a dependency of the wasm`),
    ...IN_WASM.filter((name) => !functions.includes(name.replaceAll("-", "_"))).map((name) => `no function of the wasm comes from ${name}`),
    ...BY_TSIFY.filter((text) => !declarations.includes(text)).map((text) => `pkg/index.d.ts lacks what tsify writes: ${text}`),
  ];
  if (missing.length > 0) throw new Problem(missing.join("\n"));
}

/** The function names, which the wasm has until wasm-bindgen removes them. */
function namesIn(wasm) {
  const module = new WebAssembly.Module(readFileSync(wasm));
  return Buffer.concat(WebAssembly.Module.customSections(module, "name").map((section) => Buffer.from(section))).toString("latin1");
}
