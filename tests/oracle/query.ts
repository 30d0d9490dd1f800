// Section 4 of the operations: querying an order by its number or by the ID that a page returned.

import { IDENTITY } from "./created.ts";
import type { Asked, Request } from "./oracle.ts";
import { appidOfDirect, ID, ofPartner, ORDER_NUMBER, requiredOrDisputed } from "./parts.ts";
import { required, text } from "./reading.ts";

export const query: Request = {
  fields: (shape) => ({
    out_order_no: ORDER_NUMBER,
    query_id: text(1, 512),
    service_id: requiredOrDisputed(shape, ID),
    appid: appidOfDirect(shape, required(ID)),
    sub_mchid: ofPartner(shape, required(ID)),
  }),
  reads: () => IDENTITY,
  check,
};

function check({ reading }: Asked): void {
  if (!reading.isSent("out_order_no") && !reading.isSent("query_id")) reading.error("query_key_missing", []);
  const hasBoth = reading.sound("out_order_no") !== undefined && reading.sound("query_id") !== undefined;
  if (hasBoth) reading.error("query_key_conflict", ["query_id"]);
}
