import { validate } from "#ajv-standalone";
import { issuesAcrossFields } from "./reporting.mjs";

export { inOurCodes } from "./json-schema-errors.mjs";

export function check(order) {
  return validate(order) ? issuesAcrossFields(order) : validate.errors;
}
