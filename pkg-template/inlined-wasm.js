import packed from "#wasm";
import { unpack } from "./packed-bytes.js";

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

/**
 * Why an engine did not compile or start what is known to be good, and what to do about it.
 *
 * @param {unknown} cause
 */
export function explainRefusal(cause) {
  if (typeof WebAssembly === "undefined") {
    return refusal("this engine has no WebAssembly. Use a newer one.", cause);
  }
  if (cause instanceof RangeError && /main thread/.test(cause.message)) {
    return refusal("this engine compiles WebAssembly only asynchronously. Call `await init()` once before the first call.", cause);
  }
  if (!(cause instanceof WebAssembly.CompileError || cause instanceof EvalError)) return cause;
  if (!WebAssembly.validate(unpack(packed))) {
    return refusal("this engine's WebAssembly is too old. Use a newer one.", cause);
  }
  return refusal(
    "the page's Content-Security-Policy forbids WebAssembly. Add 'wasm-unsafe-eval' to its script-src directive: Content-Security-Policy: script-src 'self' 'wasm-unsafe-eval'",
    cause,
  );
}

/**
 * @param {string} text
 * @param {unknown} cause
 */
function refusal(text, cause) {
  return new Error(`payscore cannot start: ${text}`, { cause });
}
