// Section 6 of the operations: asking for less than at completion.

import { IDENTITY, RISK_FUND, STANDING } from "./created.ts";
import { checkIndustry, completedItems, forbidsAmounts } from "./industry.ts";
import { checkItems, checkRiskFund, checkServiceLimit, checkTotal, DISCOUNTS_SENT, paymentsSent } from "./items.ts";
import type { Asked, Request } from "./oracle.ts";
import { appidOfDirect, DEVICE, ID, ofPartner, orderNumberInPath, REASON, requiredOrDisputed } from "./parts.ts";
import { integer, required } from "./reading.ts";
import { checkPayable } from "./state.ts";

export const modify: Request = {
  fields: (shape) => ({
    out_order_no: orderNumberInPath(shape),
    appid: appidOfDirect(shape, required(ID)),
    service_id: requiredOrDisputed(shape, ID),
    sub_mchid: ofPartner(shape, required(ID)),
    post_payments: required(paymentsSent(shape)),
    post_discounts: DISCOUNTS_SENT,
    total_amount: required(integer(0)),
    reason: REASON,
    device: DEVICE,
  }),
  reads: () => [...IDENTITY, ...STANDING, ...RISK_FUND, ["total_amount"], ["collection", "total_amount"]],
  previous: "compared",
  check,
  checkState: checkPayable,
};

function check(asked: Asked): void {
  const { reading, created, options } = asked;
  checkItems(reading);
  if (!forbidsAmounts(options.industry)) checkTotal(reading);
  checkRiskFund(reading, created?.soundText("risk_fund", "name"), created?.soundNumber("risk_fund", "amount"));
  checkServiceLimit(reading, options.serviceRiskLimit, "total_amount");
  checkLowered(asked);
  if (options.industry != null) checkIndustry(reading, completedItems(options.industry, reading.soundNumber("total_amount")));
}

function checkLowered({ reading, created, isSameAgain }: Asked): void {
  const received = reading.soundNumber("total_amount");
  if (received === undefined) return;
  if (received === 0) reading.warning("modified_to_zero", ["total_amount"]);

  const due = created?.isSent("collection", "total_amount") ? ["collection", "total_amount"] : ["total_amount"];
  const current = created?.soundNumber(...due);
  if (current === undefined) return;
  if (received > current) reading.error("amount_not_lowered", ["total_amount"], { current, received });
  if (received === current && !isSameAgain) reading.warning("amount_unchanged", ["total_amount"], { current });
}
