import { dialects, schema } from "#schema";
import { call } from "./instance.js";

const KIND = "completionBody";

/** @typedef {{ severity: string, message: string, path: (string | number)[] }} Issue */

/** @param {Record<string, unknown>} [options] */
export function completionSchema(options) {
  const kind = options && options.kind;
  if (kind !== undefined && kind !== KIND) {
    throw new TypeError(`completionSchema: the option kind can only be "${KIND}"`);
  }
  const validateOptions = Object.assign({}, options, { kind: KIND });
  return {
    "~standard": {
      version: 1,
      vendor: "payscore",
      /** @param {unknown} value */
      validate(value) {
        const report = /** @type {{ valid: boolean, issues: Issue[] }} */ (call("validateOrder", [value, validateOptions]));
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
