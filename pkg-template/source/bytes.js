import scalar from "#wasm-scalar";
import packed from "#wasm";
import { compilePacked, compilePackedAsync, explainPackedRefusal } from "./packed.js";

/** @type {import("./packed.js").Compilation} */
const compilation = {};

export const compile = () => compilePacked(compilation, suitable());

export const compileAsync = () => compilePackedAsync(compilation, suitable());

/** @param {unknown} cause */
export const explainRefusal = (cause) => explainPackedRefusal(compilation, cause, "Check bytes in a Worker, where it compiles at once.");

function suitable() {
  return hasSimd() ? packed : scalar;
}

/** Whether the engine knows a function that makes a vector of a number: Safari does from 16.4 on. */
function hasSimd() {
  return WebAssembly.validate(
    new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11]),
  );
}
