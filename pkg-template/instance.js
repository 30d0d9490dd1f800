import { createGlue } from "#glue";
import { compile, compileAsync, explainRefusal } from "#source";

/** @typedef {{ glue: import("#glue").Glue, escaped: Set<unknown> }} LiveInstance */

/** @type {LiveInstance | undefined} */
let current;

/**
 * Calls an exported function in the live instance, or, the first time and after a failure, in a new one.
 *
 * @param {string} name
 * @param {unknown[]} args
 */
export function call(name, args) {
  return callIn(liveInstance(), name, args);
}

/**
 * Calls a function in the instance that owns its arguments.
 *
 * @param {LiveInstance} instance
 * @param {string} name
 * @param {unknown[]} args
 */
export function callIn(instance, name, args) {
  try {
    return instance.glue[name](...args);
  } catch (error) {
    if (!instance.escaped.has(error)) throw error;
    if (current === instance) current = undefined;
    throw isEngineFailure(error) ? ownFault(error, instance.glue.takeFault()) : error;
  }
}

export async function init() {
  if (current) return;
  try {
    const instance = newInstance();
    await instance.glue.initAsync({ module_or_path: await compileAsync() });
    current = current || instance;
  } catch (cause) {
    throw explainRefusal(cause);
  }
}

export function startNow() {
  liveInstance();
}

/** @param {LiveInstance} instance */
export function isAlive(instance) {
  return current === instance;
}

export function liveInstance() {
  if (current) return current;
  try {
    const instance = newInstance();
    instance.glue.initSync({ module: compile() });
    current = instance;
    return instance;
  } catch (cause) {
    throw explainRefusal(cause);
  }
}

/** @returns {LiveInstance} */
function newInstance() {
  const escaped = new Set();
  return { escaped, glue: createGlue(watchedEngine((error) => escaped.add(error))) };
}

/**
 * The engine's WebAssembly, but reporting what is thrown out of running wasm. That is always a failure: results, and what a
 * caller's own getter throws, are returned by the wasm and thrown by the glue. It leaves the instance in an undefined state.
 *
 * @param {(error: unknown) => void} onEscape
 * @returns {import("#glue").Engine}
 */
function watchedEngine(onEscape) {
  return {
    // A mini-program does not have this class, nor need it.
    Module: typeof WebAssembly === "undefined" ? Object : WebAssembly.Module,
    /**
     * @param {WebAssembly.Module} module
     * @param {WebAssembly.Imports} imports
     */
    Instance: function (module, imports) {
      return watchedInstance(new WebAssembly.Instance(module, imports), onEscape);
    },
    /**
     * @param {import("#source").Supplied} supplied
     * @param {WebAssembly.Imports} imports
     */
    instantiate: async (supplied, imports) => {
      const instance = typeof supplied === "function" ? (await supplied(imports)).instance : await WebAssembly.instantiate(supplied, imports);
      return { module: supplied, instance: watchedInstance(instance, onEscape) };
    },
  };
}

/**
 * @param {WebAssembly.Instance} instance
 * @param {(error: unknown) => void} onEscape
 */
function watchedInstance(instance, onEscape) {
  /** @type {WebAssembly.Exports} */
  const exports = {};
  for (const [name, value] of Object.entries(instance.exports)) {
    exports[name] = typeof value === "function" ? watchedFunction(value, onEscape) : value;
  }
  return { exports };
}

/**
 * @param {Function} wasmFunction
 * @param {(error: unknown) => void} onEscape
 */
function watchedFunction(wasmFunction, onEscape) {
  return (/** @type {unknown[]} */ ...args) => {
    try {
      return wasmFunction(...args);
    } catch (error) {
      onEscape(error);
      throw error;
    }
  };
}

/**
 * A trap, or a stack overflow, which Firefox reports as an InternalError and other engines as a RangeError.
 *
 * @param {unknown} error
 * @returns {error is Error}
 */
function isEngineFailure(error) {
  return (
    (typeof WebAssembly !== "undefined" && error instanceof WebAssembly.RuntimeError) ||
    error instanceof RangeError ||
    (error instanceof Error && error.name === "InternalError")
  );
}

/**
 * @param {Error} cause
 * @param {string | undefined} said the panic's message, with its file and line
 */
function ownFault(cause, said = cause.message) {
  return new Error(
    `payscore failed inside its own code (${said}). This is a bug in payscore, not in your data: please report it. The next call works again.`,
    { cause },
  );
}
