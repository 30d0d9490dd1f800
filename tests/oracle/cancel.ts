// Section 5 of the operations: cancelling an order.

import { IDENTITY, STANDING } from "./created.ts";
import type { Request } from "./oracle.ts";
import { appidOfDirect, ID, ofPartner, orderNumberInPath, REASON } from "./parts.ts";
import { disputed, required } from "./reading.ts";
import { checkCancellable } from "./state.ts";

export const cancel: Request = {
  fields: (shape) => ({
    out_order_no: orderNumberInPath(shape),
    appid: appidOfDirect(shape, required(ID)),
    service_id: disputed(ID),
    sub_mchid: ofPartner(shape, required(ID)),
    reason: REASON,
  }),
  reads: () => [...IDENTITY, ...STANDING],
  previous: "repeated",
  check: () => {},
  checkState: checkCancellable,
};
