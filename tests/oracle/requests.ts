// Requests that are mostly good, and for each of their fields what may stand in its place.

import fc from "fast-check";
import type { Document, Places } from "./changes.ts";
import { withoutUndefined } from "./changes.ts";
import { ITEM_NAMES } from "./industry.ts";
import type { Operation } from "./oracle.ts";
import { amount, attach, aWeekOn, count, identity, maybe, nearNoon, notifyUrl, openid, orderNumber, rfc3339, serviceId, shortId, shortText, textAround, time } from "./values.ts";

interface Generated {
  base: fc.Arbitrary<Document>;
  places: Places;
}

const someName = fc.oneof({ weight: 3, arbitrary: shortText(20) }, fc.constantFrom(...ITEM_NAMES));
const payment = fc.record({ name: someName, amount: maybe(fc.nat(5000)), description: maybe(shortText(20)), count: maybe(fc.integer({ min: 1, max: 100 })) });
const discount = fc.record({ name: shortText(20), description: maybe(shortText(20)), amount: maybe(fc.nat(300)), count: maybe(fc.integer({ min: 1, max: 100 })) });
const payments = (minimum: number) => fc.array(payment, { minLength: minimum, maxLength: 4 });
const discounts = maybe(fc.oneof({ weight: 9, arbitrary: fc.array(discount, { maxLength: 3 }) }, fc.array(discount, { minLength: 4, maxLength: 7 })));
const remarks = { start_time_remark: maybe(shortText(20)), end_time_remark: maybe(shortText(20)) };
const timeRange = fc.record({ start_time: maybe(nearNoon), end_time: maybe(nearNoon), ...remarks });
const startedRange = fc.record({ start_time: fc.oneof(nearNoon, fc.constant("OnAccept")), end_time: maybe(nearNoon), ...remarks });
const pastRange = fc.constant({ start_time: "20091225091010", end_time: "20091225121005" });
const comingRange = fc.constantFrom({ start_time: "OnAccept" }, { start_time: "20091226000000", end_time: "20091227000000" });
const location = maybe(fc.record({ start_location: maybe(shortText(20)), end_location: maybe(shortText(20)) }));
const device = maybe(fc.record({ start_device_id: maybe(shortText(50)), end_device_id: maybe(shortText(50)), materiel_no: maybe(shortText(100)) }));
const riskFund = fc.record({ name: fc.constantFrom("DEPOSIT", "ADVANCE", "CASH_DEPOSIT", "ESTIMATE_ORDER_COST"), amount: fc.constantFrom(1, 2999, 3000, 3001, 20000), description: maybe(shortText(30)) });
const reason = shortText(50);
const someOpenid = fc.constantFrom(undefined, "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o");
const someUrl = fc.constant("https://api.test.com");
const total = fc.constant(undefined as number | undefined);

const name = fc.oneof(fc.constantFrom("商品信息", "餐", "费"), fc.constantFrom(...ITEM_NAMES), textAround(20));
const IDENTITY: Places = { out_order_no: orderNumber, appid: shortId, service_id: serviceId, sub_mchid: fc.oneof(shortId, fc.constant("")) };
const ITEMS: Places = {
  post_payments: fc.oneof(fc.constant([]), fc.array(payment, { maxLength: 3 })),
  "post_payments/*": fc.oneof(payment, fc.constant({})),
  "post_payments/*/name": name,
  "post_payments/*/amount": amount,
  "post_payments/*/description": textAround(30),
  "post_payments/*/count": count,
  post_discounts: fc.oneof(fc.constant([]), fc.array(discount, { maxLength: 7 })),
  "post_discounts/*": fc.oneof(discount, fc.constant({})),
  "post_discounts/*/name": name,
  "post_discounts/*/description": textAround(30),
  "post_discounts/*/amount": amount,
  "post_discounts/*/count": count,
};
const TOTAL: Places = { total_amount: amount };
const TIME_RANGE: Places = {
  time_range: fc.constant({}),
  "time_range/start_time": time,
  "time_range/end_time": time,
  "time_range/start_time_remark": textAround(20),
  "time_range/end_time_remark": textAround(20),
};
const LOCATION: Places = { location: fc.constant({}), "location/start_location": textAround(20), "location/end_location": textAround(20) };
const DEVICE: Places = { device: fc.constant({}), "device/start_device_id": textAround(50), "device/end_device_id": textAround(50), "device/materiel_no": textAround(100) };
const SHARING: Places = { profit_sharing: fc.boolean(), goods_tag: textAround(32) };
const NOTICE: Places = { attach, notify_url: notifyUrl(255) };
const REASON: Places = { reason: textAround(50) };

function baseOf(fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Document> {
  return fc.tuple(identity, fc.record(fields)).map(([who, rest]) => withoutUndefined(withTotal({ ...who, ...rest })));
}

/** With the total that its items make, where the request has one. */
export function withTotal(request: Document): Document {
  const sum = (items: unknown) => ((items ?? []) as { amount?: number }[]).reduce((total, { amount = 0 }) => total + amount, 0);
  if (!("total_amount" in request)) return request;
  return { ...request, total_amount: Math.max(sum(request.post_payments) - sum(request.post_discounts), 0) };
}

const message: Generated = {
  base: baseOf({ post_payments: payments(1), post_discounts: discounts, total_amount: total, prepaid_time: aWeekOn }),
  places: { ...IDENTITY, ...ITEMS, ...TOTAL, prepaid_time: fc.oneof(aWeekOn, time) },
};

export const REQUESTS: Record<Operation, Generated> = {
  completion: {
    base: baseOf({
      post_payments: payments(1),
      post_discounts: discounts,
      total_amount: total,
      time_range: maybe(fc.oneof(pastRange, timeRange)),
      location,
      profit_sharing: maybe(fc.boolean()),
      goods_tag: maybe(shortText(32)),
      device,
      complete_time: maybe(fc.constant("2009-12-25T12:10:10+08:00")),
    }),
    places: { ...IDENTITY, ...ITEMS, ...TOTAL, ...TIME_RANGE, ...LOCATION, ...SHARING, ...DEVICE, complete_time: rfc3339 },
  },
  create: {
    base: baseOf({
      sub_appid: fc.constantFrom(undefined, "wxd678efh567hg6999"),
      service_introduction: shortText(20),
      post_payments: maybe(payments(0)),
      post_discounts: discounts,
      time_range: fc.oneof(comingRange, startedRange),
      location,
      risk_fund: riskFund,
      attach: maybe(fc.constant("Easdfowealsdkjfnlaksjdlfkwqoi")),
      notify_url: someUrl,
      openid: someOpenid,
      sub_openid: someOpenid,
      need_user_confirm: maybe(fc.boolean()),
      device,
    }),
    places: {
      ...IDENTITY,
      sub_appid: shortId,
      service_introduction: textAround(20),
      ...ITEMS,
      ...TIME_RANGE,
      ...LOCATION,
      risk_fund: fc.constant({}),
      "risk_fund/name": fc.constantFrom("DEPOSIT", "ADVANCE", "CASH_DEPOSIT", "ESTIMATE_ORDER_COST", "deposit", "UDEPOSIT", ""),
      "risk_fund/amount": amount,
      "risk_fund/description": textAround(30),
      ...NOTICE,
      openid,
      sub_openid: openid,
      need_user_confirm: fc.constantFrom<unknown>(true, false, "false", 0),
      ...DEVICE,
    },
  },
  query: {
    base: baseOf({ query_id: fc.constantFrom(undefined, undefined, "15646546545165651651") }),
    places: { ...IDENTITY, query_id: fc.oneof(textAround(512), fc.constant("15646546545165651651")) },
  },
  cancel: { base: baseOf({ reason }), places: { ...IDENTITY, ...REASON } },
  modify: {
    base: baseOf({ post_payments: payments(1), post_discounts: discounts, total_amount: total, reason, device }),
    places: { ...IDENTITY, ...ITEMS, ...TOTAL, ...REASON, ...DEVICE },
  },
  pay: { base: baseOf({}), places: IDENTITY },
  sync: {
    base: baseOf({
      type: fc.constant("Order_Paid"),
      detail: fc.record({ seq: fc.constantFrom(undefined, undefined, 1), paid_time: nearNoon, paid_amount: fc.constantFrom(undefined, undefined, 2999, 3000, 3001) }),
    }),
    places: {
      ...IDENTITY,
      type: fc.constantFrom("Order_Paid", "ORDER_PAID", "Order_Paid ", ""),
      detail: fc.constant({}),
      "detail/seq": fc.oneof(fc.integer({ min: 0, max: 3 }), amount),
      "detail/paid_time": time,
      "detail/paid_amount": amount,
    },
  },
  prepaidMessage: message,
  pendingMessage: message,
  directComplete: {
    base: baseOf({
      service_introduction: shortText(20),
      openid: someOpenid,
      sub_appid: fc.constantFrom(undefined, "wxd678efh567hg6999"),
      post_payments: payments(1),
      post_discounts: discounts,
      time_range: fc.oneof(pastRange, startedRange),
      location,
      total_amount: total,
      profit_sharing: maybe(fc.boolean()),
      goods_tag: maybe(shortText(32)),
      attach: maybe(fc.constant("Easdfowealsdkjfnlaksjdlfkwqoi")),
      notify_url: someUrl,
    }),
    places: { ...IDENTITY, service_introduction: textAround(20), openid, sub_appid: shortId, ...ITEMS, ...TIME_RANGE, ...LOCATION, ...TOTAL, ...SHARING, ...NOTICE },
  },
};
