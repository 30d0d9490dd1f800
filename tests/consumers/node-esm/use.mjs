import { buildCompleteRequest, completionSchema, validateOrder } from "payscore";
import { check } from "../common/check.js";

console.log(check({ buildCompleteRequest, completionSchema, validateOrder }));

const { readFileSync } = await import("node:fs");
const { fileURLToPath } = await import("node:url");
const slim = await import("payscore/slim");
slim.initSync(readFileSync(fileURLToPath(import.meta.resolve("payscore/payscore.wasm"))));
check(slim);
const { toAntd } = await import("payscore/forms");
if (toAntd(validateOrder({}).issues).fields.length === 0) throw new Error("no field was marked");
