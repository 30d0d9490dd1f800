// Hostile shapes of a given size, checked at size n and at a multiple of n.

import { buildCompleteRequest, countChars, diffRequests, explainError, nextActions, orderValidatorStream, parsePayscoreTime, summarize, toPayscoreTime, validateBatch, validateOrder, yuanToFen } from "payscore";

const order = {
  out_order_no: "1234323JKHDFE1243252",
  appid: "wxd678efh567hg6787",
  service_id: "2002000000000558128851361561536",
  post_payments: [{ name: "餐", amount: 1 }],
  total_amount: 1,
};
const returned = { ...order, mchid: "1230000109", service_introduction: "店", state: "DONE" };

const times = (n, make) => Array.from({ length: n }, (_, index) => make(index));
const keys = (n, name) => Object.fromEntries(times(n, (index) => [name(index), 1]));
const nested = (n, wrap) => times(n, () => wrap).reduce((inner, around) => around(inner), 1);
const digits = (index) => String(index).padStart(7, "0");
/** Names of the same length, with the same beginning and end. */
const alike = (index) => `aaaaaa${digits(index)}zzzzzz`;
const astral = (n) => times(n, (index) => String.fromCodePoint(0x10000 + (index % 0xf0000))).join("");

const validate = (changes, options) => {
  const document = { ...order, ...changes };
  return () => validateOrder(document, { now: null, ...options });
};
const validateReturned = (changes) => {
  const document = { ...returned, ...changes };
  return () => validateOrder(document, { kind: "serviceOrder" });
};
const payments = (n, item) => ({ post_payments: times(n, item) });
const bytes = (text, options) => {
  const encoded = new TextEncoder().encode(text);
  return () => validateBatch(encoded, { now: null, ...options });
};
const streamed = (text, piece) => {
  const encoded = new TextEncoder().encode(text);
  return async () => {
    const stream = orderValidatorStream({ now: null });
    const writer = stream.writable.getWriter();
    const sent = (async () => {
      for (let at = 0; at < encoded.length; at += piece) await writer.write(encoded.subarray(at, at + piece));
      await writer.close();
    })();
    for await (const _ of stream.readable);
    await sent;
  };
};
const json = JSON.stringify;

const KINDS = [
  "completion", "completionBody", "serviceOrder", "create", "query", "cancel", "cancelBody", "modify", "modifyBody", "pay", "payBody",
  "sync", "syncBody", "prepaidMessage", "prepaidMessageBody", "pendingMessage", "pendingMessageBody", "directComplete",
];

/** A document of any kind, in which all that can be large is. */
function large(n) {
  const text = "字".repeat(n * 10);
  const [item, number] = [(index) => ({ name: alike(index), amount: 1, description: text.slice(0, 30), count: 1 }), "9".repeat(n * 10)];
  return {
    ...order, ...keys(n, (index) => `key${digits(index)}`), post_payments: times(n, item), post_discounts: times(n, item),
    appid: text, sub_mchid: number, out_order_no: text, query_id: number, reason: text, attach: text, notify_url: `https://${text}`,
    openid: text, sub_openid: text, service_introduction: text, prepaid_time: number, state: text, transaction_id: text,
    time_range: { start_time: number, end_time: number, start_time_remark: text }, location: { end_location: text },
    risk_fund: { name: text, amount: 1, description: text }, device: { start_device_id: text }, detail: { seq: n, paid_time: number },
    collection: { details: times(n, (index) => ({ seq: index + 2, amount: 1 })) },
  };
}

const ofEveryKind = Object.fromEntries(KINDS.flatMap((kind) => [
  [`${kind}: large in every way, beside a created order that is too`, [500, (n) => validate(large(n), { kind, created: large(n) })]],
  [`${kind}: a line large in every way`, [500, (n) => bytes(json(large(n)), { kind, maxIssues: 1e9 })]],
]));

export const shapes = {
  ...ofEveryKind,
  "items of different names": [20_000, (n) => validate(payments(n, (index) => ({ name: `项${index}`, amount: 1 })))],
  "items of one name": [6_000, (n) => validate(payments(n, () => ({ name: "餐", amount: 1 })))],
  "names that are alike but for their middle": [20_000, (n) => validate(payments(n, (index) => ({ name: alike(index), amount: 1 })))],
  "discounts whose names are alike": [20_000, (n) => validate({ post_discounts: times(n, (index) => ({ name: alike(index), amount: 0 })) })],
  "items that are missing": [10_000, (n) => validate({ post_payments: times(n, () => null) })],
  "items with five faults each": [1_500, (n) => validate(payments(n, () => ({ name: "", amount: -1, description: "", count: 0, foo: 1 })))],
  "items no industry knows": [3_000, (n) => validate(payments(n, (index) => ({ name: `项${index}`, amount: 1 })), { industry: "car_rental" })],
  "unknown keys": [5_000, (n) => validate(keys(n, (index) => `key${index}`))],
  "unknown keys near a field's name": [5_000, (n) => validate(keys(n, (index) => `total_amoun${digits(index)}`))],
  "unknown keys of one long beginning": [600, (n) => validate(keys(n, (index) => "k".repeat(1000) + digits(index)))],
  "unknown keys in every item": [1_500, (n) => validate(payments(n, () => ({ name: "餐", amount: 1, amout: 1, nam: 1, cont: 1 })))],
  "one key of many characters": [200_000, (n) => validate({ ["键".repeat(n)]: 1 })],
  "many combining characters": [500_000, (n) => validate({ goods_tag: `e${"\u0301".repeat(n)}` })],
  "a number of the order of many characters": [500_000, (n) => validate({ out_order_no: "号".repeat(n) })],
  "a time of many different characters": [50_000, (n) => validate({ time_range: { start_time: astral(n) } })],
  "a name of lone surrogates": [500_000, (n) => validate({ post_payments: [{ name: "\uD800".repeat(n), amount: 1 }] })],
  "a nest of objects": [500, (n) => validate({ deep: nested(n, (inner) => ({ inner })) }, { previous: { deep: nested(n, (inner) => ({ inner })) } })],
  "a nest of lists": [500, (n) => validate({ deep: nested(n, (inner) => [inner]) }, { previous: { deep: nested(n, (inner) => [inner]) } })],
  "an earlier body of other keys": [4_000, (n) => validate(keys(n, (index) => `a${index}`), { previous: keys(n, (index) => `b${n - index}`) })],
  "an earlier body of other items": [4_000, (n) => validate(payments(n, (index) => ({ name: `项${index}`, amount: 1 })), { previous: payments(n, (index) => ({ name: `目${index}`, amount: 2 })) })],
  "a created order of unknown keys": [5_000, (n) => validate({}, { created: keys(n, (index) => `key${index}`) })],
  "details that are numbered wrong": [10_000, (n) => validateReturned({ collection: { state: "USER_PAID", paid_amount: 1, details: times(n, (index) => ({ seq: index + 2, amount: 1 })) } })],
  "coupons with articles": [600, (n) => validateReturned({ collection: { state: "USER_PAID", details: [{ promotion_detail: times(n, () => ({ coupon_id: "1", amount: 1, wechatpay_contribute: 1, other_contribute: 1, goods_detail: [{}, {}] })) }] } })],
  "discounts that came back, whose names are alike": [20_000, (n) => validateReturned({ post_discounts: times(n, (index) => ({ name: alike(index) })) })],
  "an amount of many digits": [500_000, (n) => validateReturned({ total_amount: "9".repeat(n) })],
  "a draft of many items": [10_000, (n) => () => buildCompleteRequest({ ...order, ...payments(n, (index) => ({ name: `项${index}`, amount: "1", description: "", count: null })) }, { now: null })],
  "a draft of many amounts that are none": [3_000, (n) => () => buildCompleteRequest({ ...order, ...payments(n, (index) => ({ name: `项${index}`, amount: "1.2.3" })) }, { now: null, amountUnit: "yuan" })],
  "a draft added up": [20_000, (n) => () => summarize({ ...order, ...payments(n, () => ({ amount: "1" })) })],
  "two bodies of other keys": [5_000, (n) => () => diffRequests(keys(n, (index) => `a${index}`), keys(n, (index) => `b${n - index}`))],
  "two bodies of the same keys": [10_000, (n) => () => diffRequests(keys(n, (index) => `a${index}`), keys(n, (index) => `a${n - index}`))],
  "a refusal of many words": [50_000, (n) => () => explainError(`${"PARAM_ERROR x ".repeat(n)}`)],
  "a refusal of one long word": [500_000, (n) => () => explainError({ code: "A".repeat(n), message: "参数".repeat(n) })],
  "a state of many characters": [500_000, (n) => () => nextActions({ state: "D".repeat(n) })],
  "conversions of long texts": [500_000, (n) => () => [yuanToFen("1".repeat(n)), yuanToFen(`0.${"0".repeat(n)}`), toPayscoreTime(`2009-12-25T09:10:10.${"1".repeat(n)}Z`), parsePayscoreTime("2".repeat(n)), countChars("餐".repeat(n))]],
  "lines": [3_000, (n) => bytes(`${json(order)}\n`.repeat(n))],
  "lines that are no JSON": [20_000, (n) => bytes("{\n".repeat(n))],
  "lines with faults, all told": [1_000, (n) => bytes('{"a":1}\n'.repeat(n), { maxIssues: 1e9 })],
  "an array of orders": [3_000, (n) => bytes(`[${times(n, () => json(order)).join()}]`)],
  "one line of many items": [20_000, (n) => bytes(json({ ...order, ...payments(n, (index) => ({ name: alike(index), amount: 1 })) }), { maxIssues: 1e9 })],
  "one line of unknown keys": [5_000, (n) => bytes(json({ ...order, ...keys(n, (index) => `total_amoun${digits(index)}`) }), { maxIssues: 1e9 })],
  "one line that says a field again and again": [50_000, (n) => bytes(`{${'"total_amount":1,'.repeat(n)}"a":1}`)],
  "one line that says a list again and again": [10_000, (n) => bytes(`{${'"post_payments":[{"name":"a"}],'.repeat(n)}"a":1}`)],
  "one line that says an unknown key again and again": [50_000, (n) => bytes(`{${'"a":1,'.repeat(n)}"a":1}`)],
  "one line of open brackets": [500_000, (n) => bytes(`{"a":${"[".repeat(n)}`)],
  "one line of nested lists": [200_000, (n) => bytes(`{"a":${"[".repeat(n)}${"]".repeat(n)}}`)],
  "one line of nested items": [200_000, (n) => bytes(`{"post_payments":${'[{"a":'.repeat(n)}1${"}]".repeat(n)}}`)],
  "one text of escapes": [200_000, (n) => bytes(`{"goods_tag":"${"\\u0301".repeat(n)}"}`)],
  "a number of many digits": [500_000, (n) => bytes(`{"total_amount":${"1".repeat(n)}}`)],
  "a fraction of many digits": [500_000, (n) => bytes(`{"total_amount":0.${"0".repeat(n)}1e${n}}`)],
  "an array never closed": [3_000, (n) => bytes(`[${times(n, () => json(order)).join()}`)],
  "blank lines": [500_000, (n) => bytes("\n".repeat(n))],
  "a stream of lines in small pieces": [1_000, (n) => streamed(`${json(order)}\n`.repeat(n), 100)],
  "a stream of one line in small pieces": [300_000, (n) => streamed(`{"goods_tag":"${"x".repeat(n)}"}`, 1000)],
  "a stream of one order of an array in small pieces": [300_000, (n) => streamed(`[{"goods_tag":"${"x".repeat(n)}"}]`, 1000)],
  "a stream of an array in small pieces": [1_000, (n) => streamed(`[${times(n, () => json(order)).join()}]`, 100)],
};
