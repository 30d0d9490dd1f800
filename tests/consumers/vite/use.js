import { buildCompleteRequest, completionSchema, validateOrder } from "payscore";
import { check } from "../common/check.js";

document.title = check({ buildCompleteRequest, completionSchema, validateOrder });
