// Section 10 of the operations: creating and completing an order in one call.

import { IDENTITY } from "./created.ts";
import { checkItems, checkServiceLimit, checkTotal, DISCOUNTS_SENT, paymentsSent } from "./items.ts";
import type { Asked, Request } from "./oracle.ts";
import { ATTACH, checkEncoded, checkOpenidForm, checkRemarks, checkStartLocation, ID, LOCATION, OPENID, ofPartner, ORDER_NUMBER, requiredOrDisputed, TIMES } from "./parts.ts";
import { boolean, disputed, freeText, integer, object, required, text } from "./reading.ts";
import { checkFuture, checkOrder, END_TIME } from "./times.ts";
import { checkNotifyUrl, URL_FORM } from "./url.ts";

export const directComplete: Request = {
  fields: (shape) => {
    const notifyUrl = text(1, 255, { form: URL_FORM });
    return {
      out_order_no: required(ORDER_NUMBER),
      appid: required(ID),
      service_id: required(ID),
      service_introduction: required(text(1, 20)),
      openid: requiredOrDisputed(shape, OPENID),
      sub_appid: ofPartner(shape, disputed(ID)),
      sub_mchid: ofPartner(shape, disputed(ID)),
      post_payments: requiredOrDisputed(shape, paymentsSent(shape)),
      post_discounts: DISCOUNTS_SENT,
      // The service is over, so its start is known.
      time_range: required(object({ ...TIMES, start_time: required(text(1, Infinity, { form: END_TIME })) })),
      location: LOCATION,
      total_amount: required(integer(0)),
      profit_sharing: boolean,
      goods_tag: freeText(1, 32),
      attach: ATTACH,
      notify_url: shape.isDirect ? disputed(notifyUrl) : required(notifyUrl),
    };
  },
  reads: () => IDENTITY,
  isWhole: true,
  check,
};

function check({ reading, options }: Asked): void {
  checkItems(reading);
  const discounts = reading.soundItems("post_discounts").length;
  if (discounts > 5 && discounts <= 30) reading.warning("discounts_over_five", ["post_discounts"], { maximum: 5, actual: discounts });
  checkTotal(reading);
  checkServiceLimit(reading, options.serviceRiskLimit, "total_amount");
  checkOrder(reading, reading.soundText("time_range", "start_time"));
  checkFuture(reading, options.now, "warning");
  checkRemarks(reading);
  checkStartLocation(reading);
  checkOpenidForm(reading, "openid");
  checkEncoded(reading);
  checkNotifyUrl(reading);
}
