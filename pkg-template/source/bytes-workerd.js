import module from "./batch.wasm";

export const compile = () => module;

export const compileAsync = async () => module;

/** @param {unknown} cause */
export const explainRefusal = (cause) => cause;
