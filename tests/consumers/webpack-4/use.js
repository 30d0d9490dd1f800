import { buildCompleteRequest, completionSchema, validateOrder } from "payscore";
import { toElement } from "payscore/forms";
import * as slim from "payscore/slim";
import { openTable } from "payscore/tables";
import { check } from "../common/check.js";

console.log(check({ buildCompleteRequest, completionSchema, validateOrder }));
if (!toElement(validateOrder({}).issues).errors.service_id) throw new Error("no field was marked");
if (typeof slim.initSync !== "function") throw new Error("payscore/slim was not found");

openTable(new TextEncoder().encode("订单号,金额（元）\nA1,1\n")).then(({ orders }) => {
  if (orders !== 1) throw new Error("the table was not read");
});
