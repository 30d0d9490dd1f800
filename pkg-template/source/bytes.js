import packed from "#wasm";
import { compilePacked, compilePackedAsync, explainPackedRefusal } from "./packed.js";

/** @type {import("./packed.js").Compilation} */
const compilation = {};

export const compile = () => compilePacked(compilation, packed);

export const compileAsync = () => compilePackedAsync(compilation, packed);

/** @param {unknown} cause */
export const explainRefusal = (cause) => explainPackedRefusal(compilation, cause, "Check bytes in a Worker, where it compiles at once.");
