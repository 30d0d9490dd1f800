import { dialects, schema } from "#schema";
import { createValidator } from "./create-validator.js";

const KIND = "completionBody";

/** @typedef {{ severity: string, message: string, path: (string | number)[] }} Issue */

/** @param {Record<string, unknown>} [options] */
export function completionSchema(options) {
  const kind = options && options.kind;
  if (kind !== undefined && kind !== KIND) {
    throw new TypeError(`completionSchema: the option kind can only be "${KIND}"`);
  }
  const validatorOptions = Object.assign({}, options, { kind: KIND });
  /** A schema may be made before the wasm is there. @type {ReturnType<typeof createValidator> | undefined} */
  let validator;
  return {
    "~standard": {
      version: 1,
      vendor: "payscore",
      /** @param {unknown} value */
      validate(value) {
        validator = validator || createValidator(validatorOptions);
        const report = /** @type {{ valid: boolean, issues: Issue[] }} */ (validator.validate(value));
        if (report.valid) return { value };
        const errors = report.issues.filter(({ severity }) => severity === "error");
        return { issues: errors.map(({ message, path }) => ({ message, path })) };
      },
      jsonSchema: { input: jsonSchema, output: jsonSchema },
    },
  };
}

/** @param {{ target: string }} options */
function jsonSchema({ target }) {
  const dialect = dialects[target];
  if (dialect === undefined) {
    throw new Error(`completionSchema: no JSON Schema for the target ${target}, only for ${Object.keys(dialects).join(" and ")}`);
  }
  return Object.assign(JSON.parse(JSON.stringify(schema)), { $schema: dialect });
}
