import scalar from "#wasm-scalar";
import packed from "#wasm";
import { unpack } from "../packed-bytes.js";
import { explain } from "../refusal.js";

/** @type {WebAssembly.Module | undefined} */
let compiled;

export function compile() {
  compiled = compiled || new WebAssembly.Module(bytes());
  return compiled;
}

export async function compileAsync() {
  compiled = compiled || (await WebAssembly.compile(bytes()));
  return compiled;
}

/** @param {unknown} cause */
export function explainRefusal(cause) {
  return explain(cause, {
    ifAsync: "Check bytes in a Worker, where it compiles at once.",
    ifInvalid: "this engine's WebAssembly is too old. Use a newer one.",
    bytes,
  });
}

function bytes() {
  return unpack(hasSimd() ? packed : scalar);
}

/** Whether the engine knows a function that makes a vector of a number: Safari does from 16.4 on. */
function hasSimd() {
  return WebAssembly.validate(
    new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11]),
  );
}
