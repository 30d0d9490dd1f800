import { unpack, unpackAsync } from "../packed-bytes.js";
import { explain } from "../refusal.js";

/**
 * The compiled module of a wasm that the package holds as text; until then, the bytes last passed to the engine.
 *
 * @typedef {{ module?: WebAssembly.Module, tried?: Uint8Array<ArrayBuffer> }} Compilation
 */

/**
 * @param {Compilation} compilation
 * @param {string} packed
 */
export function compilePacked(compilation, packed) {
  if (compilation.module) return compilation.module;
  compilation.tried = unpack(packed);
  return accept(compilation, new WebAssembly.Module(compilation.tried));
}

/**
 * @param {Compilation} compilation
 * @param {string} packed
 */
export async function compilePackedAsync(compilation, packed) {
  if (compilation.module) return compilation.module;
  compilation.tried = await unpackAsync(packed);
  return accept(compilation, await WebAssembly.compile(compilation.tried));
}

/**
 * @param {Compilation} compilation
 * @param {unknown} cause
 * @param {string} ifAsync What to do where the engine compiles only asynchronously.
 */
export function explainPackedRefusal({ tried }, cause, ifAsync) {
  return explain(cause, { ifAsync, ifInvalid: "this engine's WebAssembly is too old. Use a newer one.", bytes: tried });
}

/**
 * @param {Compilation} compilation
 * @param {WebAssembly.Module} module
 */
function accept(compilation, module) {
  compilation.tried = undefined;
  return (compilation.module = module);
}
