import { createGlue } from "#glue";
import { compile, compileAsync, explainRefusal } from "./inlined-wasm.js";

let current;

/** Calls a function of the rules, in the instance that is alive or, at first and after a failure, in a new one. */
export function call(name, args) {
  const instance = liveInstance();
  try {
    return instance.glue[name](...args);
  } catch (error) {
    if (!instance.escaped.has(error)) throw error;
    if (current === instance) current = undefined;
    throw isEngineFailure(error) ? ownFault(error) : error;
  }
}

export async function init() {
  if (current) return;
  const instance = newInstance();
  try {
    await instance.glue.initAsync({ module_or_path: await compileAsync() });
  } catch (cause) {
    throw explainRefusal(cause);
  }
  current = current || instance;
}

function liveInstance() {
  if (!current) {
    const instance = newInstance();
    try {
      instance.glue.initSync({ module: compile() });
    } catch (cause) {
      throw explainRefusal(cause);
    }
    current = instance;
  }
  return current;
}

function newInstance() {
  const escaped = new Set();
  return { escaped, glue: createGlue(watchedEngine((error) => escaped.add(error))) };
}

/**
 * The engine's WebAssembly, reporting what is thrown out of running wasm. That is never an answer: answers, and what a
 * caller's own getter throws, are returned by the wasm and thrown by the glue. It leaves the instance half-way.
 */
function watchedEngine(onEscape) {
  const watched = (instance) => {
    const exports = {};
    for (const [name, value] of Object.entries(instance.exports)) {
      exports[name] = typeof value === "function" ? watchedFunction(value, onEscape) : value;
    }
    return { exports };
  };
  return {
    Module: WebAssembly.Module,
    Instance: function (module, imports) {
      return watched(new WebAssembly.Instance(module, imports));
    },
    instantiate: (module, imports) =>
      WebAssembly.instantiate(module, imports).then((instance) => ({ module, instance: watched(instance) })),
  };
}

function watchedFunction(wasmFunction, onEscape) {
  return (...args) => {
    try {
      return wasmFunction(...args);
    } catch (error) {
      onEscape(error);
      throw error;
    }
  };
}

/** A trap, or the end of the stack, which is a RangeError in V8 and JavaScriptCore and an InternalError in Firefox. */
function isEngineFailure(error) {
  return error instanceof WebAssembly.RuntimeError || error instanceof RangeError || (error && error.name === "InternalError");
}

function ownFault(cause) {
  return new Error(
    `payscore stopped inside its own code (${cause.message}). That is a bug of payscore, not of your data: please report it. The next call works again.`,
    { cause },
  );
}
