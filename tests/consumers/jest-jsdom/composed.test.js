/** @jest-environment jsdom */
const { validateOrder } = require("payscore");
const { bodyOf } = require("./billing.js"); // 您自己的代码：由账单得出请求体

const now = "2026-01-20T12:00:00+08:00"; // 固定时钟，测试才不会过一天就变

test("一张账单得出的请求体没有问题", () => {
  const body = bodyOf({ days: 3, price: 1200, coupon: 100 });
  expect(validateOrder(body, { kind: "completionBody", now }).issues).toEqual([]);
});

test("优惠多于费用时会被查出来", () => {
  const body = bodyOf({ days: 1, price: 1200, coupon: 1300 });
  expect(validateOrder(body, { kind: "completionBody", now }).issues.map(({ code }) => code)).toContain("discounts_exceed_payments");
});
