// payscore as it is built, and the same without simd128 where such a build is there.

import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { inProject } from "../scripts/lib/project.mjs";

const SCALAR = inProject("target/bench/scalar/index.js");

export async function loadOurs() {
  const { validateOrder, validateBatch, createSession } = await import("../pkg/index.js");
  const validateBatchScalar = existsSync(SCALAR) ? (await import(pathToFileURL(SCALAR).href)).validateBatch : undefined;
  return { validateOrder, validateBatch, validateBatchScalar, createSession };
}
