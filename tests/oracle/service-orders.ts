// Orders as they come back: mostly good, and what may be done to them.

import fc from "fast-check";
import { type Document, type Places, withoutUndefined } from "./changes.ts";
import { amount, amountReturned, count, identity, maybe, nearNoon, notifyUrl, orderNumber, serviceId, shortId, shortText, textAround, time } from "./values.ts";

const state = fc.constantFrom("CREATED", "DOING", "DONE", "REVOKED", "EXPIRED", "PAUSED", "doing", " DONE", "");
const stateDescription = fc.constantFrom("USER_CONFIRM", "MCH_COMPLETE", "SOMETHING_NEW", "");
const collectionState = fc.constantFrom("USER_PAYING", "USER_PAID", "PAID", "");
const riskFundName = fc.constantFrom("DEPOSIT", "ADVANCE", "CASH_DEPOSIT", "ESTIMATE_ORDER_COST", "OTHER", "");
const orderId = fc.oneof(fc.constantFrom(`1000000000${"2".repeat(21)}`, `1000000001${"2".repeat(21)}`, `1000000000${"2".repeat(20)}`, `1000000000${"2".repeat(22)}`, `1000000000${"2".repeat(20)}２`), textAround(64));
export const orderPlaces: Places = {
  out_order_no: orderNumber,
  service_id: serviceId,
  appid: shortId,
  mchid: shortId,
  sub_appid: shortId,
  sub_mchid: shortId,
  service_introduction: textAround(20),
  state,
  state_description: stateDescription,
  post_payments: fc.constant([]),
  "post_payments/*": fc.constant({}),
  "post_payments/*/name": textAround(20),
  "post_payments/*/amount": amountReturned,
  "post_payments/*/description": textAround(30),
  "post_payments/*/count": fc.oneof(count, fc.constant("1")),
  post_discounts: fc.constant([]),
  "post_discounts/*": fc.constant({}),
  "post_discounts/*/name": fc.oneof(fc.constantFrom("商品信息", "餐"), textAround(20)),
  "post_discounts/*/description": textAround(30),
  "post_discounts/*/amount": amountReturned,
  "post_discounts/*/count": fc.oneof(count, fc.constantFrom("0", "100", "101")),
  risk_fund: fc.constant({}),
  "risk_fund/name": riskFundName,
  "risk_fund/amount": amountReturned,
  "risk_fund/description": textAround(30),
  total_amount: amountReturned,
  need_collection: fc.boolean(),
  collection: fc.constantFrom({}, ""),
  "collection/bank_type": fc.constantFrom("OTHERS", ""),
  "collection/state": collectionState,
  "collection/total_amount": amountReturned,
  "collection/paying_amount": amountReturned,
  "collection/paid_amount": amountReturned,
  "collection/details": fc.constantFrom([], [{}], ""),
  "collection/details/*": fc.constantFrom({}, ""),
  "collection/details/*/seq": fc.oneof(fc.integer({ min: 0, max: 5 }), amount, fc.constant("1")),
  "collection/details/*/amount": amountReturned,
  "collection/details/*/paid_type": fc.constantFrom("NEWTON", "MCH", "CARD"),
  "collection/details/*/paid_time": time,
  "collection/details/*/transaction_id": textAround(64),
  "collection/details/*/promotion_detail": fc.constantFrom([], [{}]),
  "collection/details/*/promotion_detail/*": fc.constantFrom({}, null),
  "collection/details/*/promotion_detail/*/coupon_id": textAround(32),
  "collection/details/*/promotion_detail/*/name": textAround(64),
  "collection/details/*/promotion_detail/*/scope": fc.constantFrom("GLOBAL", "SINGLE", "ALL"),
  "collection/details/*/promotion_detail/*/type": fc.constantFrom("CASH", "NOCASH", "OTHER"),
  "collection/details/*/promotion_detail/*/amount": amountReturned,
  "collection/details/*/promotion_detail/*/stock_id": textAround(32),
  "collection/details/*/promotion_detail/*/wechatpay_contribute": amountReturned,
  "collection/details/*/promotion_detail/*/merchant_contribute": amountReturned,
  "collection/details/*/promotion_detail/*/other_contribute": amountReturned,
  "collection/details/*/promotion_detail/*/currency": fc.constantFrom("CNY", "USD"),
  "collection/details/*/promotion_detail/*/goods_detail": fc.constantFrom([], [{}]),
  "collection/details/*/promotion_detail/*/goods_detail/*": fc.constant({}),
  "collection/details/*/promotion_detail/*/goods_detail/*/goods_id": textAround(32),
  "collection/details/*/promotion_detail/*/goods_detail/*/quantity": fc.oneof(count, fc.constantFrom("0", "2")),
  "collection/details/*/promotion_detail/*/goods_detail/*/unit_price": amountReturned,
  "collection/details/*/promotion_detail/*/goods_detail/*/discount_amount": amountReturned,
  "collection/details/*/promotion_detail/*/goods_detail/*/goods_remark": textAround(128),
  time_range: fc.constantFrom({}, ""),
  "time_range/start_time": time,
  "time_range/end_time": time,
  "time_range/start_time_remark": textAround(20),
  "time_range/end_time_remark": textAround(20),
  location: fc.constant({}),
  "location/start_location": textAround(20),
  "location/end_location": textAround(20),
  attach: textAround(256),
  notify_url: notifyUrl(256),
  openid: textAround(128),
  sub_openid: textAround(128),
  order_id: orderId,
  package: textAround(300),
  device: fc.constant({}),
  "device/start_device_id": textAround(50),
  "device/end_device_id": textAround(50),
  "device/materiel_no": textAround(100),
  channel_id: fc.constant("1900000109"),
  out_trade_no: fc.constant("1217752501201407033233368018"),
  user_service_status: fc.constant("USER_OPEN_SERVICE"),
  openorclose_time: fc.constant("20091225121010"),
  authorization_code: fc.constant("1275342195190894594"),
  out_request_no: fc.constant("1234323JKHDFE1243252"),
  promotion_detail: fc.constant([]),
  currency: fc.constant("CNY"),
};

const item = fc.record({ name: maybe(shortText(20)), amount: maybe(fc.nat(5000)), description: maybe(shortText(30)), count: maybe(fc.integer({ min: 1, max: 100 })) });
const riskFund = fc.record({ name: fc.constantFrom("DEPOSIT", "ADVANCE", "CASH_DEPOSIT", "ESTIMATE_ORDER_COST"), amount: fc.nat(20000) });
const timeRange = fc.record({ start_time: maybe(nearNoon), end_time: maybe(nearNoon), end_time_remark: maybe(shortText(20)) });
const goods = fc.record({ goods_id: shortText(32), quantity: fc.nat(9), unit_price: fc.nat(99), discount_amount: fc.nat(99), goods_remark: maybe(shortText(30)) });
const promotion = fc.record({
  coupon_id: shortText(32),
  amount: fc.nat(99),
  scope: fc.constantFrom(undefined, "GLOBAL", "SINGLE"),
  type: fc.constantFrom(undefined, "CASH", "NOCASH"),
  wechatpay_contribute: fc.constantFrom(undefined, 0, 1),
  merchant_contribute: fc.constantFrom(undefined, 0, 1),
  other_contribute: fc.constantFrom(undefined, undefined, 0, 1),
  currency: fc.constantFrom(undefined, "CNY"),
  goods_detail: maybe(fc.array(goods, { maxLength: 2 })),
});
const detail = fc.record({
  amount: fc.oneof({ weight: 4, arbitrary: fc.nat(3000) }, fc.constant(undefined)),
  paid_type: fc.constantFrom(undefined, "NEWTON", "MCH"),
  paid_time: fc.constantFrom(undefined, "20091225121010"),
  transaction_id: fc.constantFrom(undefined, "15646546545165651651"),
  promotion_detail: maybe(fc.array(promotion, { maxLength: 2 })),
});
const collection = fc.record({ state: fc.constantFrom("USER_PAYING", "USER_PAID"), details: maybe(fc.array(detail, { maxLength: 3 })), parts: fc.boolean() });

export const baseOrder: fc.Arbitrary<Document> = fc
  .record({
    who: identity,
    mchid: fc.constant("1230000109"),
    service_introduction: shortText(20),
    state: fc.constantFrom("CREATED", "DOING", "DONE", "DONE", "REVOKED", "EXPIRED"),
    state_description: fc.constantFrom(undefined, undefined, "USER_CONFIRM", "MCH_COMPLETE"),
    post_payments: maybe(fc.array(item, { maxLength: 4 })),
    post_discounts: maybe(fc.array(item, { maxLength: 2 })),
    risk_fund: maybe(riskFund),
    need_collection: maybe(fc.boolean()),
    collection: maybe(collection),
    time_range: maybe(timeRange),
    order_id: fc.constantFrom(undefined, `1000000000${"2".repeat(21)}`),
    notify_url: fc.constantFrom(undefined, "https://api.test.com/x"),
  })
  .map(({ who, collection, ...rest }): Document => {
    const sum = (items: { amount?: number | undefined }[] | undefined) => (items ?? []).reduce((total, { amount = 0 }) => total + amount, 0);
    const total_amount = Math.max(sum(rest.post_payments) - sum(rest.post_discounts), 0);
    const isPaid = collection?.state === "USER_PAID";
    const amounts = collection?.parts ? { total_amount, paying_amount: isPaid ? 0 : total_amount, paid_amount: isPaid ? total_amount : 0 } : {};
    const details = collection?.details?.map((detail, index) => ({ seq: index + 1, ...detail }));
    return withoutUndefined({ ...who, ...rest, total_amount, collection: collection && { state: collection.state, ...amounts, details } });
  });
