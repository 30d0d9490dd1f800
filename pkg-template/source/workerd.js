import module from "./payscore.wasm";

export const compile = () => module;

export const compileAsync = async () => module;

/** @param {unknown} cause */
export const explainRefusal = (cause) => cause;
