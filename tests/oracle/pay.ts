// Section 7 of the operations: collecting what is due now.

import { IDENTITY, STANDING } from "./created.ts";
import type { Request } from "./oracle.ts";
import { appidOfDirect, ID, ofPartner, orderNumberInPath } from "./parts.ts";
import { disputed, required } from "./reading.ts";
import { checkPayable } from "./state.ts";

export const pay: Request = {
  fields: (shape) => ({
    out_order_no: orderNumberInPath(shape),
    appid: appidOfDirect(shape, disputed(ID)),
    service_id: disputed(ID),
    sub_mchid: ofPartner(shape, required(ID)),
  }),
  reads: () => [...IDENTITY, ...STANDING],
  check: () => {},
  checkState: checkPayable,
};
