// Sections 4 and 5 of the rules: a completion and its body, field by field, then the rules across fields.

import { IDENTITY, RISK_FUND, STANDING, TIMES } from "./created.ts";
import { checkIndustry, completedItems, forbidsAmounts } from "./industry.ts";
import { checkItems, checkRiskFund, checkServiceLimit, checkTotal, DISCOUNTS_SENT, paymentsSent } from "./items.ts";
import type { Asked, Request } from "./oracle.ts";
import { appidOfDirect, checkRemarks, DEVICE, ID, LOCATION, ofPartner, orderNumberInPath, TIME_RANGE } from "./parts.ts";
import { boolean, freeText, integer, required, text, warned } from "./reading.ts";
import { checkCompletable } from "./state.ts";
import { checkFuture, checkOrder, formOf, RFC_3339_TIME } from "./times.ts";

export const completion: Request = {
  fields: (shape) => ({
    out_order_no: orderNumberInPath(shape),
    appid: appidOfDirect(shape, required(ID)),
    service_id: required(ID),
    sub_mchid: ofPartner(shape, required(ID)),
    post_payments: required(paymentsSent(shape)),
    post_discounts: DISCOUNTS_SENT,
    total_amount: required(integer(0)),
    time_range: TIME_RANGE,
    location: LOCATION,
    profit_sharing: boolean,
    goods_tag: freeText(1, 32),
    device: DEVICE,
    complete_time: ofPartner(shape, warned(text(1, 64, { form: RFC_3339_TIME }))),
  }),
  reads: () => [...IDENTITY, ...STANDING, ...RISK_FUND, ...TIMES, ["location", "start_location"]],
  previous: "repeated",
  check,
  checkState: checkCompletable,
};

function check(asked: Asked): void {
  const { reading, created, options } = asked;
  checkItems(reading);
  if (!forbidsAmounts(options.industry)) checkTotal(reading);
  checkRiskFund(reading, created?.soundText("risk_fund", "name"), created?.soundNumber("risk_fund", "amount"));
  checkServiceLimit(reading, options.serviceRiskLimit, "total_amount");
  checkTimes(asked);
  checkLocation(asked);
  if (options.industry != null) checkIndustry(reading, completedItems(options.industry, reading.soundNumber("total_amount")));
}

function checkTimes({ reading, created, options }: Asked): void {
  const start = reading.soundText("time_range", "start_time");
  const createdStart = created?.soundText("time_range", "start_time");
  checkOrder(reading, reading.isSent("time_range", "start_time") ? start : createdStart);

  if (created && !created.isSent("time_range", "end_time") && !reading.isSent("time_range", "end_time")) {
    reading.error("end_time_required", ["time_range", "end_time"]);
  }
  if (start !== undefined && createdStart !== undefined && formOf(start) !== formOf(createdStart)) {
    reading.warning("time_format_changed", ["time_range", "start_time"]);
  }
  checkFuture(reading, options.now, "error");
  checkRemarks(reading);
}

function checkLocation({ reading, created }: Asked): void {
  const end = ["location", "end_location"];
  if (created && !created.isSent("location", "start_location") && reading.sound(...end) !== undefined) {
    reading.warning("end_location_without_start", end);
  }
}
