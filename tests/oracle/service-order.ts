// Section 6 of the rules: the order as WeChat Pay returns it.

import { amountsOf, checkRiskFund, checkSum, ITEMS_RETURNED, repeatedNames } from "./items.ts";
import { checkRemarks, checkServiceId, DEVICE, LOCATION, ORDER_NUMBER, TIME_RANGE } from "./parts.ts";
import { anything, boolean, type Fields, freeText, integer, list, object, oneOf, own, Reading, required, text, typeOf, warned } from "./reading.ts";
import { checkOrder, FOURTEEN_DIGITS } from "./times.ts";
import { URL_FORM } from "./url.ts";


export const STATE = oneOf("CREATED", "DOING", "DONE", "REVOKED", "EXPIRED");
export const STATE_DESCRIPTION = oneOf("USER_CONFIRM", "MCH_COMPLETE");
export const COLLECTION_STATE = oneOf("USER_PAYING", "USER_PAID");
export const RISK_FUND_NAME = oneOf("DEPOSIT", "ADVANCE", "CASH_DEPOSIT", "ESTIMATE_ORDER_COST");
export const RISK_FUND = object({ name: required(RISK_FUND_NAME), amount: required(integer(1)), description: freeText(1, 30) });

const GOODS: Fields = {
  goods_id: required(text(1, 32)),
  quantity: required(integer(0)),
  unit_price: required(integer(0)),
  discount_amount: required(integer(0)),
  goods_remark: text(1, 128),
};

const PROMOTION: Fields = {
  coupon_id: required(text(1, 32)),
  name: text(1, 64),
  scope: oneOf("GLOBAL", "SINGLE"),
  type: oneOf("CASH", "NOCASH"),
  amount: required(integer(0)),
  stock_id: text(1, 32),
  wechatpay_contribute: integer(0),
  merchant_contribute: integer(0),
  other_contribute: integer(0),
  currency: oneOf("CNY"),
  goods_detail: list(0, Infinity, GOODS),
};

const DETAIL: Fields = {
  seq: integer(1),
  amount: integer(0),
  paid_type: oneOf("NEWTON", "MCH"),
  paid_time: text(1, Infinity, { form: FOURTEEN_DIGITS }),
  transaction_id: text(1, 64),
  promotion_detail: list(0, Infinity, PROMOTION),
};

const COLLECTION = object({
  bank_type: warned(text(0, Infinity)),
  state: required(COLLECTION_STATE),
  total_amount: integer(0),
  paying_amount: integer(0),
  paid_amount: integer(0),
  details: list(0, Infinity, DETAIL),
});

export const FIELDS: Fields = {
  out_order_no: required(ORDER_NUMBER),
  service_id: required(text(1, 32)),
  appid: required(text(1, 32)),
  mchid: required(text(1, 32)),
  sub_appid: text(1, 32),
  sub_mchid: text(1, 32),
  service_introduction: required(text(1, 20)),
  state: required(STATE),
  state_description: STATE_DESCRIPTION,
  post_payments: ITEMS_RETURNED.payments,
  post_discounts: ITEMS_RETURNED.discounts,
  risk_fund: RISK_FUND,
  total_amount: integer(0),
  need_collection: boolean,
  collection: COLLECTION,
  time_range: TIME_RANGE,
  location: LOCATION,
  attach: text(1, 256),
  notify_url: text(1, 256, { form: { ...URL_FORM, severity: "warning" } }),
  openid: text(1, 128),
  sub_openid: text(1, 128),
  order_id: text(1, 64),
  package: warned(text(1, 300)),
  device: DEVICE,
  // What only notifications carry, one query's page, and orders from abroad.
  channel_id: anything,
  out_trade_no: anything,
  user_service_status: anything,
  openorclose_time: anything,
  authorization_code: anything,
  out_request_no: anything,
  promotion_detail: anything,
  currency: anything,
};

export function checkServiceOrder(reading: Reading, request: unknown): void {
  if (!reading.isObject) return;
  checkServiceId(reading);
  checkOrderId(reading);
  checkItems(reading);
  checkTotal(reading);
  checkState(reading);
  checkCollection(reading);
  checkDetails(reading);
  checkOrder(reading, reading.soundText("time_range", "start_time"));
  checkRemarks(reading);
  checkConfirmation(reading, request);
}

/** An order that no user need confirm runs as soon as it is made; in camelCase that wish was ignored. */
function checkConfirmation(reading: Reading, request: unknown): void {
  const isFalse = (name: string) => typeOf(request, []) === "object" && own(request, name) === false;
  const needsConfirmation = !isFalse("need_user_confirm") && !isFalse("needUserConfirm");
  if (!needsConfirmation && reading.sound("state") === "CREATED") reading.warning("confirmation_expected", ["state"]);
}

function checkOrderId(reading: Reading): void {
  const id = reading.soundText("order_id");
  if (id !== undefined && !/^1000000000[0-9]{21}$/.test(id)) reading.warning("order_id_format", ["order_id"]);
}

function checkItems(reading: Reading): void {
  for (const { index, first } of repeatedNames(reading, "post_discounts", () => false)) {
    reading.error("duplicate_name", ["post_discounts", index, "name"], { first });
  }
}

function checkTotal(reading: Reading): void {
  const payments = amountsOf(reading, "post_payments");
  const discounts = amountsOf(reading, "post_discounts");
  const state = reading.soundText("state");
  if (payments && discounts && payments.present > 0 && reading.sound("total_amount") !== undefined && state !== "REVOKED") {
    checkSum(reading, payments.sum, discounts.sum);
  }
  checkRiskFund(reading, reading.soundText("risk_fund", "name"), reading.soundNumber("risk_fund", "amount"));
  const received = reading.soundNumber("total_amount");
  if (state === "REVOKED" && received !== undefined && received !== 0) {
    reading.error("revoked_total_not_zero", ["total_amount"], { received });
  }
}

function checkState(reading: Reading): void {
  const state = reading.soundText("state");
  const collectionState = reading.soundText("collection", "state");
  if (state === undefined) return;
  if (state !== "DOING" && reading.sound("state_description") !== undefined) {
    reading.error("unexpected_state_description", ["state_description"], { state });
  }
  if (collectionState !== undefined && (state === "DONE") !== (collectionState === "USER_PAID")) {
    reading.error("state_collection_conflict", ["state"], { state, collection_state: collectionState });
  }
}

function checkCollection(reading: Reading): void {
  if (reading.sound("collection") === undefined) return;
  const orderTotal = reading.soundNumber("total_amount");
  if (reading.sound("state") === "CREATED" || orderTotal === 0) reading.error("collection_unexpected", ["collection"]);

  const [total, paying, paid] = ["total_amount", "paying_amount", "paid_amount"].map((name) => reading.soundNumber("collection", name));
  if (total !== undefined && orderTotal !== undefined && total !== orderTotal) {
    reading.error("collection_total_mismatch", ["collection", "total_amount"], { expected: orderTotal, received: total });
  }
  if (total !== undefined && paying !== undefined && paid !== undefined && BigInt(paying) + BigInt(paid) !== BigInt(total)) {
    reading.error("collection_sum_mismatch", ["collection", "paying_amount"], { paying, paid, total });
  }
  const state = reading.soundText("collection", "state");
  const received = state === "USER_PAYING" ? paid : state === "USER_PAID" ? paying : undefined;
  if (received !== undefined && received !== 0) reading.error("collection_state_mismatch", ["collection", "state"], { state, received });
}

function checkDetails(reading: Reading): void {
  const details = reading.soundItems("collection", "details");
  const ofDetail = (index: number, name: string) => ["collection", "details", index, name];

  const numbers = details.map((_, index) => reading.soundNumber(...ofDetail(index, "seq")));
  const wrong = numbers.findIndex((number, index) => number !== index + 1);
  if (wrong >= 0 && numbers[wrong] !== undefined) {
    reading.error("seq_not_consecutive", ofDetail(wrong, "seq"), { expected: wrong + 1, received: numbers[wrong] });
  }

  const paid = reading.soundNumber("collection", "paid_amount");
  const amounts = details.map((_, index) => reading.soundNumber(...ofDetail(index, "amount")));
  if (details.length > 0 && paid !== undefined && amounts.every((number) => number !== undefined)) {
    const sum = amounts.reduce((total, number) => total + BigInt(number), 0n);
    if (sum !== BigInt(paid)) reading.error("details_sum_mismatch", ["collection", "details"], { expected: paid, received: Number(sum) });
  }

  details.forEach((_, index) => {
    const isThroughPayscore = reading.sound(...ofDetail(index, "paid_type")) === "NEWTON" && (amounts[index] ?? 0) > 0;
    if (isThroughPayscore && !reading.isSent(...ofDetail(index, "transaction_id"))) {
      reading.warning("transaction_id_missing", ["collection", "details", index]);
    }
    reading.soundItems(...ofDetail(index, "promotion_detail")).forEach((_, at) => {
      const promotion = [...ofDetail(index, "promotion_detail"), at];
      const contributions = ["wechatpay_contribute", "merchant_contribute", "other_contribute"];
      const given = contributions.filter((name) => (reading.soundNumber(...promotion, name) ?? 0) > 0);
      if (given.length > 1) reading.error("contribution_conflict", promotion);
    });
  });
}
