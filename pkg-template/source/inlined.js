import packed from "#wasm";
import { unpack } from "../packed-bytes.js";
import { explain } from "../refusal.js";

/** @type {WebAssembly.Module | undefined} */
let compiled;

export function compile() {
  compiled = compiled || new WebAssembly.Module(unpack(packed));
  return compiled;
}

export async function compileAsync() {
  compiled = compiled || (await WebAssembly.compile(unpack(packed)));
  return compiled;
}

/** @param {unknown} cause */
export function explainRefusal(cause) {
  return explain(cause, {
    ifAsync: "Call `await init()` once before the first call.",
    ifInvalid: "this engine's WebAssembly is too old. Use a newer one.",
    bytes: () => unpack(packed),
  });
}
