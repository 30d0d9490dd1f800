const BY_POLICY =
  "the page's Content-Security-Policy forbids WebAssembly. Add 'wasm-unsafe-eval' to its script-src directive: Content-Security-Policy: script-src 'self' 'wasm-unsafe-eval'";

/**
 * Why an engine did not compile or start the wasm, and what to do about it.
 *
 * @param {unknown} cause
 * @param {{ ifAsync: string, ifInvalid: string, bytes: Uint8Array<ArrayBuffer> | ArrayBuffer | undefined }} source `bytes`: what the engine had to compile, if anything
 */
export function explain(cause, { ifAsync, ifInvalid, bytes }) {
  if (typeof WebAssembly === "undefined") {
    return refusal("this engine has no WebAssembly. Use a newer one.", cause);
  }
  if (cause instanceof RangeError && /main thread/.test(cause.message)) {
    return refusal(`this engine compiles WebAssembly only asynchronously. ${ifAsync}`, cause);
  }
  if (cause instanceof WebAssembly.LinkError) return refusal(ifInvalid, cause);
  if (!(cause instanceof WebAssembly.CompileError || cause instanceof EvalError)) return cause;
  if (bytes && !WebAssembly.validate(bytes)) return refusal(ifInvalid, cause);
  return refusal(BY_POLICY, cause);
}

/**
 * @param {string} text
 * @param {unknown} cause
 */
function refusal(text, cause) {
  return new Error(`payscore cannot start: ${text}`, { cause });
}
