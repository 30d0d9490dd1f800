import base64 from "#wasm";

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
  if (!WebAssembly.validate(bytes())) {
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

function bytes() {
  const characters = atob(base64);
  const decoded = new Uint8Array(characters.length);
  for (let at = 0; at < decoded.length; at++) decoded[at] = characters.charCodeAt(at);
  return decoded;
}
