import packed from "#wasm";
import { unpack, unpackAsync } from "../packed-bytes.js";
import { explain } from "../refusal.js";

/** @type {WebAssembly.Module | undefined} */
let compiled;
/** @type {Uint8Array<ArrayBuffer> | undefined} */
let tried;

export function compile() {
  if (compiled) return compiled;
  tried = unpack(packed);
  compiled = new WebAssembly.Module(tried);
  return compiled;
}

export async function compileAsync() {
  if (compiled) return compiled;
  tried = await unpackAsync(packed);
  compiled = await WebAssembly.compile(tried);
  return compiled;
}

/** @param {unknown} cause */
export function explainRefusal(cause) {
  return explain(cause, {
    ifAsync: "Call `await init()` once before the first call.",
    ifInvalid: "this engine's WebAssembly is too old. Use a newer one.",
    bytes: tried,
  });
}
