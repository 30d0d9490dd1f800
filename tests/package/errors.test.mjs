import assert from "node:assert/strict";
import { test } from "node:test";
import { doors } from "./doors.mjs";
import { cases } from "./tables.mjs";

for (const [door, { explainError }] of Object.entries(doors)) {
  test(`${door}: every row of errors is explained`, () => {
    for (const { name, refusal, is } of cases("errors")) {
      const explanation = explainError(refusal?.json ? JSON.stringify(refusal.json) : refusal);
      for (const [key, expected] of Object.entries(is)) {
        const received = key === "meaning" ? explanation.meaning["zh-CN"] : (explanation[key] ?? null);
        assert.deepEqual(received, expected, `${name}: ${key}`);
      }
      for (const part of ["meaning", "cause", "remedy"]) {
        assert.match(explanation[part]["zh-CN"], /。$/, name);
        assert.match(explanation[part].en, /\.$/, name);
      }
    }
  });

  test(`${door}: the message is in the language asked for`, () => {
    const refusal = { code: "ORDER_DONE" };
    assert.equal(explainError(refusal).message, explainError(refusal, { locale: "zh-CN" }).message);
    assert.match(explainError(refusal).message, /^订单已经完成。.*退款。$/);
    assert.match(explainError(refusal, { locale: "en" }).message, /^The order is done already\. [A-Z].* [A-Z]/);
  });

  test(`${door}: an explanation holds nothing of how it was found`, () => {
    assert.deepEqual(Object.keys(explainError({})).sort(), ["cause", "matched", "meaning", "message", "remedy", "retry"]);
  });

  test(`${door}: an error whose getter throws passes the throw on, and a wrong option is a TypeError`, () => {
    const fault = new Error("mine");
    const throwing = { get code() { throw fault; } };
    assert.throws(() => explainError(throwing), (error) => error === fault);
    assert.throws(() => explainError({}, { locale: "fr" }), /TypeError.*locale/s);
    assert.equal(explainError({ code: "ORDER_DONE" }).retry, "never");
  });

  test(`${door}: a text of 10 MB is an answer, and read as far as any answer of the API goes`, () => {
    assert.equal(explainError("总".repeat(1e7)).matched, null);
    assert.equal(explainError(`最终总金额计算非法${"总".repeat(1e7)}`).rule, "total_mismatch");
    assert.equal(explainError(Array.from({ length: 1e5 }, () => "总".repeat(100))).matched, null);
  });
}
