import assert from "node:assert/strict";
import { test } from "node:test";
import { buildCompleteRequest, toPayscoreTime, countChars, validateBatch, validateOrder } from "payscore";

for (const [option, value, takes] of [
  ["kind", "body", /"completionBody"/],
  ["mode", 1, /"partner"/],
  ["locale", "fr", /"zh-CN"/],
  ["now", "yesterday", /毫秒时间戳/],
  ["now", {}, /毫秒时间戳/],
  ["now", new Date(NaN), /毫秒时间戳/],
  ["serviceRiskLimit", -1, /分/],
  ["serviceRiskLimit", 99.5, /分/],
  ["serviceRiskLimit", "100", /分/],
  ["created", "DOING", /ServiceOrder/],
  ["created", [], /ServiceOrder/],
  ["created", new Map(), /ServiceOrder/],
  ["created", Promise.resolve({}), /await/],
  ["amountUnit", "jiao", /"yuan"/],
  ["industry", "hotle", /"hotel"/],
  ["industry", 7, /"car_rental"/],
  ["serviceRisklimit", 100, /serviceRiskLimit/],
]) {
  test(`options.${option}: ${String(value)} is a TypeError that says what it takes`, () => {
    for (const call of [validateOrder, buildCompleteRequest]) {
      assert.throws(() => call({}, { [option]: value }), (error) => {
        assert.ok(error instanceof TypeError);
        assert.match(error.message, new RegExp(option.slice(0, 12)));
        assert.match(error.message, takes);
        return true;
      });
    }
  });
}

test("yuan are for drafts: an order as it is sent is in fen", () => {
  for (const call of [validateOrder, (_, options) => validateBatch("", options)]) {
    call({}, { amountUnit: "fen" });
    assert.throws(() => call({}, { amountUnit: "yuan" }), { name: "TypeError", message: /amountUnit .*"fen"：只有草稿/ });
  }
});

test("a batch names its own options too", () => {
  assert.throws(() => validateBatch("", { maxissues: 5 }), { name: "TypeError", message: /maxissues .*maxIssues/ });
});

test("options that are none are a TypeError", () => {
  for (const options of ["zh-CN", 5, [], () => {}]) {
    assert.throws(() => validateOrder({}, options), TypeError);
  }
});

test("undefined and null options are not there", () => {
  const absent = { kind: undefined, mode: null, created: null, previous: null, serviceRiskLimit: null, locale: undefined, now: undefined };
  assert.deepEqual(validateOrder({}, absent), validateOrder({}));
  assert.deepEqual(validateOrder({}, null), validateOrder({}));
});

test("only a completion can be built", () => {
  assert.throws(() => buildCompleteRequest({}, { kind: "serviceOrder" }), TypeError);
});

test("wrong arguments of the conversions are named", () => {
  assert.throws(() => toPayscoreTime(0, "minute"), /precision/);
  assert.throws(() => countChars(5), /text/);
});

test("the clock is looked at unless the options say otherwise", () => {
  const later = toPayscoreTime(Date.now() + 60_000);
  const order = { time_range: { end_time: later } };
  const codes = (options) => validateOrder(order, options).issues.map(({ code }) => code);
  assert.ok(codes().includes("end_time_in_future"));
  assert.ok(!codes({ now: null }).includes("end_time_in_future"));
});

test("a wrong option is told in the language asked for, and what was meant", () => {
  for (const [options, message] of [
    [{ amountunit: "fen" }, /^payscore: 选项 amountunit .*是否想写 amountUnit？$/],
    [{ locale: "en-GB", amountunit: "fen" }, /^payscore: option amountunit .* Did you mean amountUnit\?$/],
    [{ locale: "en", industry: "酒店" }, /Did you mean hotel\?$/],
    [{ now: "soon", locale: "en" }, /epoch milliseconds/],
  ]) {
    assert.throws(() => validateOrder({}, options), { name: "TypeError", message });
  }
});

test("a locale is any tag of Chinese or English", () => {
  const message = (locale) => validateOrder({}, { locale }).issues[0].message;
  for (const locale of ["zh", "zh-Hans-CN", "zh_TW", "ZH-cn"]) assert.equal(message(locale), message("zh-CN"), locale);
  for (const locale of ["en-US", "en_GB", "EN"]) assert.equal(message(locale), message("en"), locale);
});

test("messages are Chinese unless English is asked for", () => {
  const message = (locale) => validateOrder({}, { locale }).issues[0].message;
  assert.equal(message(), "商户服务订单号必填，请填写。");
  assert.equal(message("zh-CN"), "商户服务订单号必填，请填写。");
  assert.equal(message("en"), "Order number: required. Please fill it in.");
});

test("an order that came back is a partner's when it names a sub-merchant, which an empty text does not", () => {
  const modeOf = (sub_mchid) => validateOrder({ sub_mchid }, { kind: "serviceOrder" }).mode;
  assert.deepEqual(["1900000109", "", null].map(modeOf), ["partner", "direct", "direct"]);
});
