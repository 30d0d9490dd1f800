import { Ajv } from "ajv";
import { schema } from "./json-schema.mjs";
import { issuesAcrossFields } from "./reporting.mjs";

export { inOurCodes } from "./json-schema-errors.mjs";

const validate = new Ajv({ allErrors: true }).compile(schema);

export function check(order) {
  return validate(order) ? issuesAcrossFields(order) : validate.errors;
}
