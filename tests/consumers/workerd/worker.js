import { buildCompleteRequest, completionSchema, validateOrder } from "payscore";
import { check } from "../common/check.js";

export default {
  fetch() {
    return new Response(check({ buildCompleteRequest, completionSchema, validateOrder }));
  },
};
