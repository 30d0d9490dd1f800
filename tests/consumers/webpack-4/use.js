import { buildCompleteRequest, completionSchema, validateOrder } from "payscore";
import { toElement } from "payscore/forms";
import * as slim from "payscore/slim";
import { check } from "../common/check.js";

console.log(check({ buildCompleteRequest, completionSchema, validateOrder }));
if (!toElement(validateOrder({}).issues).errors.service_id) throw new Error("no field was marked");
if (typeof slim.initSync !== "function") throw new Error("payscore/slim was not found");
