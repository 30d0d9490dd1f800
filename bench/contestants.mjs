// The contestants, bundled once so that Node and Chromium run exactly the same code.

import * as payscore from "../pkg/index.js";
import * as ajv from "./peers/ajv.mjs";
import * as ajvStandalone from "./peers/ajv-standalone.mjs";
import * as arktype from "./peers/arktype.mjs";
import * as handWritten from "./peers/hand-written.mjs";
import * as typebox from "./peers/typebox.mjs";
import * as valibot from "./peers/valibot.mjs";
import * as zod from "./peers/zod.mjs";

export const HAND_WRITTEN = "hand-written JavaScript";
export const PAYSCORE = "payscore";
export const PREPARED = "payscore, createValidator";

export const handWrittenCheck = handWritten.check;

/** @type {{name: string, check: (order: object) => ArrayLike<any>, inOurCodes: (issue: any, order: object) => [string, string][]}[]} */
export const libraries = [
  { name: "ajv standalone", ...ajvStandalone },
  { name: "ajv", ...ajv },
  { name: "zod", ...zod },
  { name: "valibot", ...valibot },
  { name: "typebox", ...typebox },
  { name: "arktype", ...arktype },
];

export const ours = payscore;

/** Reads every issue, as code that displays them would. */
export function errorsOf(issues) {
  let errors = 0;
  for (const { severity, code, pointer } of issues) {
    if (severity === "error" && code.length > 0 && pointer !== undefined) errors++;
  }
  return errors;
}
