import scalar from "#wasm-scalar";
import packed from "#wasm";
import { unpack, unpackAsync } from "../packed-bytes.js";
import { explain } from "../refusal.js";

/** @type {WebAssembly.Module | undefined} */
let compiled;
/** @type {Uint8Array<ArrayBuffer> | undefined} */
let tried;

export function compile() {
  if (compiled) return compiled;
  tried = unpack(suitable());
  compiled = new WebAssembly.Module(tried);
  return compiled;
}

export async function compileAsync() {
  if (compiled) return compiled;
  tried = await unpackAsync(suitable());
  compiled = await WebAssembly.compile(tried);
  return compiled;
}

/** @param {unknown} cause */
export function explainRefusal(cause) {
  return explain(cause, {
    ifAsync: "Check bytes in a Worker, where it compiles at once.",
    ifInvalid: "this engine's WebAssembly is too old. Use a newer one.",
    bytes: tried,
  });
}

function suitable() {
  return hasSimd() ? packed : scalar;
}

/** Whether the engine knows a function that makes a vector of a number: Safari does from 16.4 on. */
function hasSimd() {
  return WebAssembly.validate(
    new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11]),
  );
}
