// What a user of each contestant ships to check a completion before sending it: the source of one small module.

export const ENTRIES = {
  payscore: `import { validateOrder } from "../pkg/index.js";
    export const find = (order) => validateOrder(order, { now: null }).issues;`,
  "payscore, from bytes": `import { validateBatch } from "../pkg/index.js";
    export const find = (order) => validateBatch(JSON.stringify(order), { now: null }).found;`,
  "hand-written JavaScript": `export { check as find } from "./peers/hand-written.mjs";`,
  "ajv standalone": `export { check as find } from "./peers/ajv-standalone.mjs";`,
  ajv: `export { check as find } from "./peers/ajv.mjs";`,
  zod: `export { check as find } from "./peers/zod.mjs";`,
  valibot: `export { check as find } from "./peers/valibot.mjs";`,
  typebox: `export { check as find } from "./peers/typebox.mjs";`,
  arktype: `export { check as find } from "./peers/arktype.mjs";`,
  "an empty module": `export const find = () => [];`,
};
