import assert from "node:assert/strict";
import { test } from "node:test";
import * as payscore from "payscore";
import { TABLES, builderOf, drafts, rows } from "./tables.mjs";

const { rules, validateBatch, validateOrder } = payscore;

/** Every issue that the case tables produce, in one language. */
function issues(locale) {
  const checked = TABLES.flatMap((table) => rows(table)).map(({ document, options }) => validateOrder(document, { ...options, locale }));
  const built = drafts().map(({ operation, document, options }) => payscore[builderOf(operation)](document, { ...options, locale }));
  const { found } = validateBatch("{", { locale });
  return [...checked, ...built, ...found].flatMap((report) => report.issues);
}

for (const [locale, words] of [["zh-CN", /\p{Script=Han}/u], ["en", /[a-z]{3}/]]) {
  test(`${locale}: every code has a message of whole sentences`, () => {
    const rendered = new Set();
    for (const { code, message } of issues(locale)) {
      rendered.add(code);
      assert.match(message, words, code);
      assert.match(message, locale === "en" ? /[.?]$/ : /[。？]$/, message);
      assert.doesNotMatch(message, /\{\w+\}|\[|\]|undefined|NaN 分|  /, message);
      assert.ok(message.length <= 260, message);
    }
    for (const { code } of rules) assert.ok(rendered.has(code), code);
  });
}

test("two numbers that begin alike are shown where they differ", () => {
  const order = { out_order_no: "ORDER20230601-0001" };
  const created = { out_order_no: "ORDER20230601-0002" };
  const { issues } = validateOrder(order, { created, now: null });
  const { message } = issues.find(({ code }) => code === "identity_mismatch");
  assert.match(message, /应为 …01-0002，当前为 …01-0001/);
});

test("a message repeats no more than a few characters of what came in", () => {
  const secret = "0123456789abcdefghijklmnopqrstuvwxyz".repeat(3);
  const order = { [secret]: 1, out_order_no: secret, appid: secret, post_payments: [{ name: secret, [secret]: 1 }], time_range: { end_time: secret } };
  const created = { out_order_no: "A".repeat(32), state: secret, service_id: "B".repeat(32) };
  const { issues } = validateOrder({ ...order, service_id: "C".repeat(32) }, { created });
  assert.ok(issues.length > 5);
  for (const { message } of issues) assert.doesNotMatch(message, /[0-9a-z]{16}|A{13}|B{13}|C{13}/, message);
});
