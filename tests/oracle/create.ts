// Section 3 of the operations: creating an order.

import { IDENTITY } from "./created.ts";
import { checkIndustryAtCreation } from "./industry.ts";
import { amountsOf, checkItemsOfCreation, checkServiceLimit, DISCOUNTS_SENT, paymentsSent, WITHOUT_DEPOSIT } from "./items.ts";
import type { Asked, Request } from "./oracle.ts";
import { ATTACH, checkEncoded, checkOpenidForm, checkRemarks, checkStartLocation, DEVICE, ID, LOCATION, OPENID, ofPartner, ORDER_NUMBER, requiredOrDisputed, START, TIMES } from "./parts.ts";
import { boolean, object, type Reading, required, text } from "./reading.ts";
import { RISK_FUND } from "./service-order.ts";
import { beijing, checkOrder, isEarlier } from "./times.ts";
import { checkNotifyUrl, URL_FORM } from "./url.ts";

const MINUTE = 60_000;

export const create: Request = {
  fields: (shape) => ({
    out_order_no: required(ORDER_NUMBER),
    appid: required(ID),
    service_id: required(ID),
    sub_mchid: ofPartner(shape, required(ID)),
    sub_appid: ofPartner(shape, ID),
    service_introduction: required(text(1, 20)),
    post_payments: paymentsSent(shape, 0),
    post_discounts: DISCOUNTS_SENT,
    time_range: required(object({ ...TIMES, start_time: requiredOrDisputed(shape, START) })),
    location: LOCATION,
    risk_fund: required(RISK_FUND),
    attach: ATTACH,
    notify_url: required(text(1, 255, { form: URL_FORM })),
    openid: OPENID,
    sub_openid: ofPartner(shape, OPENID),
    need_user_confirm: boolean,
    device: DEVICE,
  }),
  reads: () => IDENTITY,
  previous: "repeated",
  isWhole: true,
  check,
};

function check(asked: Asked): void {
  const { reading, options } = asked;
  checkItemsOfCreation(reading);
  checkTimes(reading, options.now);
  checkStartLocation(reading);
  checkServiceLimit(reading, options.serviceRiskLimit, "risk_fund", "amount");
  checkPayments(reading, options.serviceRiskLimit);
  checkEncoded(reading);
  checkNotifyUrl(reading);
  checkUser(asked);
  if (options.industry != null) checkIndustryAtCreation(reading, options.industry);
}

function checkTimes(reading: Reading, now: number | null): void {
  const [atStart, atEnd] = [["time_range", "start_time"], ["time_range", "end_time"]] as [string[], string[]];
  const start = reading.soundText(...atStart);
  const end = reading.soundText(...atEnd);
  if (now !== null && start !== undefined && start !== "OnAccept" && isEarlier(start, now)) reading.error("start_time_in_past", atStart);
  checkOrder(reading, start);
  if (now !== null && end !== undefined && !reading.isFaulted(...atStart) && !reading.isFaulted(...atEnd)) {
    const isTooSoon = end.length === 14 ? end <= beijing(now + MINUTE) : isEarlier(end, now);
    if (isTooSoon) reading.warning("end_time_too_soon", atEnd);
  }
  checkRemarks(reading);
}

/** Without discounts, what the user is shown must not exceed what the service may charge. */
function checkPayments(reading: Reading, maximum: number | null | undefined): void {
  const payments = amountsOf(reading, "post_payments");
  const hasDiscounts = reading.isBroken("post_discounts") || reading.soundItems("post_discounts").length > 0;
  if (maximum == null || !payments || hasDiscounts || payments.sum <= BigInt(maximum)) return;
  reading.warning("payments_above_service_limit", ["post_payments"], { maximum, received: Number(payments.sum) });
}

/** Section 3.3, and what applies to the user's identifiers in every order. */
function checkUser({ reading, shape }: Asked): void {
  checkOpenidForm(reading, "openid");
  checkOpenidForm(reading, "sub_openid");
  const has = (name: string) => reading.isSent(name) && !(shape.isDirect && name.startsWith("sub_"));
  if (reading.sound("sub_openid") !== undefined && !has("sub_appid")) reading.warning("sub_openid_without_sub_appid", ["sub_openid"]);
  if (reading.sound("need_user_confirm") !== false) return;

  if (!has("openid") && !has("sub_openid")) reading.warning("openid_required", ["openid"]);
  if (reading.sound("openid") !== undefined && reading.sound("sub_openid") !== undefined) reading.warning("openid_conflict", ["sub_openid"]);
  const risk = reading.soundText("risk_fund", "name");
  if (risk !== undefined && WITHOUT_DEPOSIT.includes(risk)) reading.warning("risk_name_mode", ["risk_fund", "name"], { expected: "ESTIMATE_ORDER_COST" });
}
