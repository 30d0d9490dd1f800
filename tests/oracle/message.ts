// Section 9 of the operations: telling the user what will be deducted, or what is still to be paid.

import { IDENTITY, STANDING } from "./created.ts";
import { checkItems, checkTotal, DISCOUNTS_SENT, paymentsSent } from "./items.ts";
import type { Asked, Request } from "./oracle.ts";
import { appidOfDirect, ID, ofPartner, orderNumberInPath, UNKNOWN } from "./parts.ts";
import { integer, required, type Severity, text } from "./reading.ts";
import { isRunning } from "./state.ts";
import { beijing, EIGHT_DIGITS } from "./times.ts";

const WEEK = 7 * 24 * 60 * 60_000;

const message = (severityOfTime: Severity, checkState: (asked: Asked) => void): Request => ({
  fields: (shape) => ({
    out_order_no: orderNumberInPath(shape),
    appid: appidOfDirect(shape, UNKNOWN),
    service_id: required(ID),
    sub_mchid: ofPartner(shape, required(ID)),
    post_payments: required(paymentsSent(shape)),
    post_discounts: DISCOUNTS_SENT,
    total_amount: required(integer(0)),
    prepaid_time: required(text(1, Infinity, { form: EIGHT_DIGITS })),
  }),
  reads: () => [...IDENTITY, ...STANDING],
  check: ({ reading, options: { now } }) => {
    checkItems(reading);
    checkTotal(reading, "warning");
    const prepaid = reading.soundText("prepaid_time");
    if (now === null || prepaid === undefined) return;
    const earliest = beijing(now + WEEK).slice(0, 8);
    if (prepaid < earliest) reading.report(severityOfTime, "prepaid_time_too_soon", ["prepaid_time"], { earliest });
  },
  checkState,
});

export const prepaidMessage = message("error", (asked) => {
  if (!isRunning(asked)) asked.reading.error("state_not_allowed", []);
});

/** The documentation does not say in which state this one may be sent. */
export const pendingMessage = message("warning", (asked) => {
  if (!isRunning(asked)) asked.reading.warning("state_disputed", []);
});
