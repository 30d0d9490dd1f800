import { buildCompleteRequest, completionSchema, validateOrder } from "payscore";
import { check } from "../common/check.js";

console.log(check({ buildCompleteRequest, completionSchema, validateOrder }));
