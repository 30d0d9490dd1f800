// Translates the errors of ajv and TypeBox into our codes.

import { codeOfPattern, pointerOf } from "./reporting.mjs";

const CODES = { minLength: "too_short", maxLength: "too_long", minItems: "too_few_items", maxItems: "too_many_items", minimum: "too_small", maximum: "too_big" };

/** @returns {[code: string, pointer: string][]} */
export function inOurCodes(error, order) {
  if (error.code) return [[error.code, pointerOf(error.path)]];
  const { keyword, instancePath: pointer, params } = error;
  if (keyword === "required") return [params.requiredProperties ?? params.missingProperty].flat().map((name) => ["required", `${pointer}/${name}`]);
  if (keyword === "additionalProperties") return [params.additionalProperties ?? params.additionalProperty].flat().map((name) => ["unknown_field", `${pointer}/${name}`]);
  if (keyword === "pattern") return [[codeOfPattern(pointer), pointer]];
  if (keyword === "type") return [[typeof valueAt(order, pointer) === "number" && isInteger(params.type) ? "not_integer" : "invalid_type", pointer]];
  return [[CODES[keyword] ?? keyword, pointer]];
}

const isInteger = (type) => [type].flat().includes("integer");

function valueAt(order, pointer) {
  return pointer.split("/").slice(1).reduce((value, key) => value[key], order);
}
