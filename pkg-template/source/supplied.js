import { explain } from "../refusal.js";

/** @typedef {Uint8Array<ArrayBuffer> | ArrayBuffer} Bytes */

const OTHER_VERSION =
  "what it was given is not the payscore.wasm of this version. Use the file payscore/payscore.wasm of the installed package.";

/** @type {WebAssembly.Module | undefined} */
let compiled;
/** Creates an instance in a mini-program, which cannot compile by itself. @type {import("#source").Instantiate | undefined} */
let instantiate;
/** @type {Bytes | undefined} */
let refused;

/** @param {unknown} source */
export function supply(source) {
  if (isModule(source)) {
    accept(source);
  } else if (isBytes(source)) {
    refused = source;
    accept(new WebAssembly.Module(source));
  } else {
    throw wrongSource(source);
  }
}

/** @param {WebAssembly.Module} module */
function accept(module) {
  if (!WebAssembly.Module.exports(module).some(({ name }) => name === "validateOrder")) {
    throw new WebAssembly.LinkError("no export validateOrder");
  }
  compiled = module;
}

/** @param {unknown} source */
export async function supplyAsync(source) {
  if (typeof source === "function") {
    instantiate = /** @type {import("#source").Instantiate} */ (source);
    return;
  }
  const given = await source;
  const content = isResponse(given) ? await bytesOf(given) : given;
  if (!isBytes(content)) return supply(content);
  refused = content;
  accept(await WebAssembly.compile(content));
}

export function compile() {
  if (compiled) return compiled;
  if (instantiate) throw new Error("payscore/slim has to start again, which is possible only asynchronously here: call `await init(instantiate)` again.");
  throw new Error(
    "payscore/slim was used before its wasm was supplied: call `initSync(bytesOrModule)` or `await init(source)` once before the first call.",
  );
}

/** @returns {Promise<import("#source").Supplied>} */
export async function compileAsync() {
  return instantiate || compile();
}

/** @param {unknown} cause */
export function explainRefusal(cause) {
  if (instantiate) return cause;
  return explain(cause, { ifAsync: "Call `await init(source)` once before the first call.", ifInvalid: OTHER_VERSION, bytes: refused });
}

/**
 * By name, because a value from another realm, such as jsdom's, is not an instance of this realm's classes.
 *
 * @param {unknown} value
 */
const className = (value) => Object.prototype.toString.call(value).slice(8, -1);

/**
 * @param {unknown} value
 * @returns {value is WebAssembly.Module}
 */
const isModule = (value) => className(value) === "WebAssembly.Module";

/**
 * @param {unknown} value
 * @returns {value is Bytes}
 */
const isBytes = (value) => ["ArrayBuffer", "Uint8Array"].includes(className(value));

/**
 * @param {unknown} value
 * @returns {value is Response}
 */
const isResponse = (value) => className(value) === "Response";

/** @param {Response} response */
async function bytesOf(response) {
  if (!response.ok) throw new Error(`payscore/slim could not fetch its wasm: ${response.status} ${response.url}`);
  return response.arrayBuffer();
}

/** @param {unknown} source */
function wrongSource(source) {
  return new TypeError(
    `payscore/slim takes its wasm as an ArrayBuffer, a Uint8Array or a WebAssembly.Module, and init also as a Response, a promise of one or, in a mini-program, a function that instantiates it; it was given ${className(source)}.`,
  );
}
