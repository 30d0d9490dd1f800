// Section 8 of the operations: the user has paid in another way.

import { IDENTITY, STANDING, TIMES } from "./created.ts";
import type { Asked, Request } from "./oracle.ts";
import { appidOfDirect, ID, ofPartner, orderNumberInPath } from "./parts.ts";
import { integer, object, oneOf, required, text, warned } from "./reading.ts";
import { checkPayable } from "./state.ts";
import { beijing, END_TIME, isLater } from "./times.ts";

const MINUTE = 60_000;

export const sync: Request = {
  fields: (shape) => ({
    out_order_no: orderNumberInPath(shape),
    appid: appidOfDirect(shape, required(ID)),
    service_id: required(ID),
    sub_mchid: ofPartner(shape, required(ID)),
    type: required(oneOf("Order_Paid")),
    detail: required(
      object({
        seq: ofPartner(shape, warned(integer(1))),
        paid_time: required(text(1, Infinity, { form: END_TIME })),
        paid_amount: ofPartner(shape, warned(integer(0))),
      }),
    ),
  }),
  reads: ({ isDirect }) => [...IDENTITY, ...STANDING, ...(isDirect ? [] : [["collection", "paying_amount"]]), ...TIMES],
  check,
  checkState: checkPayable,
};

function check({ reading, created, options }: Asked): void {
  const path = ["detail", "paid_time"];
  const paid = reading.soundText(...path);
  if (paid !== undefined) {
    const { now, completedAt } = options;
    if (now !== null && isLater(paid, paid.length === 8 ? now : now + MINUTE)) reading.error("paid_time_in_future", path);
    const bound = completedAt == null ? serviceTime(created) : beijing(completedAt);
    // Of the time of the call the very second is too early; the service may end as it is paid.
    const isEarly = bound !== undefined && (completedAt == null ? inSeconds(paid) < inSeconds(bound) : inSeconds(paid) <= bound);
    if (isEarly) reading.warning("paid_time_before_completion", path);
  }

  const expected = created?.soundNumber("collection", "paying_amount");
  const received = reading.soundNumber("detail", "paid_amount");
  if (expected !== undefined && received !== undefined && expected !== received) {
    reading.warning("paid_amount_mismatch", ["detail", "paid_amount"], { expected, received });
  }
}

/** The end of the service as the order has it, else its start. */
function serviceTime(created: Asked["created"]): string | undefined {
  const name = created?.isSent("time_range", "end_time") ? "end_time" : "start_time";
  const time = created?.soundText("time_range", name);
  return time === "OnAccept" ? undefined : time;
}

/** A day means its first second. */
function inSeconds(digits: string): string {
  return digits.padEnd(14, "0");
}
