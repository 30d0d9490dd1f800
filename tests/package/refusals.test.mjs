// Every entry of the data, in every wording and every way it may arrive.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { explainError, nextActions } from "payscore";
import { parse } from "yaml";
import { carriers } from "./carriers.mjs";

const { codes, messages, later, unknown } = parse(readFileSync(new URL("../../data/api-errors.yaml", import.meta.url), "utf8"));
const rows = [...codes, ...messages, later];

const fullWidth = (text) => text.replaceAll(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)).replaceAll(" ", "\u3000");
const otherWord = (text) => (text.includes("重试") ? text.replaceAll("重试", "再试") : text.replaceAll("再试", "重试"));

const spellings = {
  "as it is": (text) => text,
  "in full width": fullWidth,
  "with 再试 for 重试, and no punctuation": (text) => otherWord(text).replaceAll(/[，,。（）]/g, " "),
  "with a tail": (text) => `${text}，如有疑问请联系微信支付客服`,
  "with words around": (text) => `调用失败：【${text.toUpperCase()}】！`,
};

/** Each wording of a row as text, its gaps filled. */
const wordings = ({ text, also = [] }) => [text, ...also].map((wording) => String(wording).replaceAll("…", "“37”"));

const bodyOf = ({ code }, message) => ({ ...(code && { code }), message, detail: {} });

function assertIs(row, refusal, name) {
  const { meaning, cause, remedy, retry } = explainError(refusal);
  const [zh, en] = ["zh-CN", "en"].map((locale) => [meaning, cause, remedy].map((words) => words[locale]));
  const told = (key) => [row.meaning, row.cause, row.remedy].map((words) => words[key]);
  assert.deepEqual({ zh, en, retry }, { zh: told("zh"), en: told("en"), retry: row.retry }, name);
}

test("every entry is found from every spelling through every carrier", () => {
  for (const row of rows) {
    for (const wording of wordings(row)) {
      for (const [spelling, spelt] of Object.entries(spellings)) {
        for (const [carrier, carried] of Object.entries(carriers)) {
          assertIs(row, carried(bodyOf(row, spelt(wording))), `${wording} ${spelling}, in ${carrier}`);
        }
      }
    }
  }
});

test("any known text inside any carrier, in any other text, is found", () => {
  const known = rows.flatMap((row) => wordings(row).map((text) => ({ row, text })));
  const around = fc.string({ unit: fc.constantFrom(..."abc XYZ 019 -_:;,.()[]{}\n订单金额支付宝店“”"), maxLength: 40 });
  const given = fc.record({
    known: fc.constantFrom(...known),
    carrier: fc.constantFrom(...Object.keys(carriers)),
    spelling: fc.constantFrom("as it is", "in full width", "with a tail"),
    before: around,
    behind: around,
    causes: fc.nat(8),
  });
  fc.assert(
    fc.property(given, ({ known: { row, text }, carrier, spelling, before, behind, causes }) => {
      let refusal = carriers[carrier](bodyOf(row, `${before} ${spellings[spelling](text)} ${behind}`));
      for (let depth = 0; depth < causes; depth++) refusal = new Error("failed", { cause: refusal });
      assertIs(row, refusal);
    }),
    { numRuns: 2000 },
  );
});

test("nothing makes it throw, and what is not known is said to be so", () => {
  const retries = ["same", "wait", "query", "fix", "never"];
  const isAnswer = (refusal) => {
    const { matched, retry, meaning } = explainError(refusal);
    assert.ok(retries.includes(retry));
    assert.equal(matched === null, meaning["zh-CN"] === unknown.meaning.zh);
  };
  fc.assert(fc.property(fc.string({ unit: "binary" }), isAnswer), { numRuns: 1000 });
  fc.assert(fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withObjectString: true, withSet: true, withTypedArray: true, withSparseArray: true }), isAnswer), { numRuns: 1000 });
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), isAnswer), { numRuns: 1000 });
});

const requestId = "08F78BD1AB0610-271316754";

test("the Request-Id is found among headers of every kind, and nothing else of them", () => {
  const answer = { code: "INVALID_REQUEST", message: "某种全新的说法" };
  const asked = [];
  const headersLike = { get: (name) => (asked.push(name), requestId) };
  const headers = {
    "a Headers": new Headers({ "Request-ID": requestId, "Wechatpay-Signature": "271302333" }),
    "an object in lower case": { "request-id": requestId, "wechatpay-signature": "271302333" },
    "an object as it came": { "Request-ID": [requestId], "Wechatpay-Signature": "271302333" },
    "what is like a Headers": headersLike,
    "an object with getters": Object.defineProperty({ "request-id": requestId }, "wechatpay-signature", { enumerable: true, get: () => assert.fail("a header was read") }),
  };
  for (const [name, each] of Object.entries(headers)) {
    for (const refusal of [{ ...answer, headers: each }, { response: { data: answer, headers: each } }, { data: answer, responseHeaders: each }]) {
      assert.deepEqual([explainError(refusal).matched, explainError(refusal).waitSeconds], ["suffix", 180], name);
    }
  }
  assert.deepEqual([...new Set(asked)], ["Request-Id"]);
});

test("a Response tells its Request-Id, and its body stays unread", async () => {
  const response = new Response('{"code":"ORDER_DONE"}', { status: 400, headers: { "Request-Id": requestId } });
  for (const refusal of [response, Object.assign(new Error("400"), { response }), new Error("400", { cause: response })]) {
    assert.equal(explainError(refusal).matched, "suffix");
  }
  assert.equal(response.bodyUsed, false);
  assert.equal(await response.text(), '{"code":"ORDER_DONE"}');
});

test("what was sent is never looked at", () => {
  const fail = () => assert.fail("it was looked at");
  const untouchable = new Proxy({}, { get: fail, ownKeys: fail, has: fail, getPrototypeOf: fail, getOwnPropertyDescriptor: fail });
  for (const name of ["config", "request", "options", "req", "_request", "requestBody"]) {
    const response = { data: { code: "ORDER_DONE" }, [name]: untouchable };
    assert.equal(explainError(Object.assign(new Error("400"), { response, [name]: untouchable })).retry, "never", name);
    const guarded = Object.defineProperty(new Error("400", { cause: response }), name, { enumerable: true, get: fail });
    assert.equal(explainError(guarded).retry, "never", name);
  }
});

test("what a getter throws passes through, wherever it stands", () => {
  const thrown = new Error("mine");
  const throwing = (name) => Object.defineProperty({}, name, { enumerable: true, get: () => { throw thrown; } });
  for (const name of ["code", "message", "cause", "response", "anything"]) {
    for (const refusal of [throwing(name), new Error("400", { cause: throwing(name) }), { response: { data: [throwing(name)] } }]) {
      assert.throws(() => explainError(refusal), (error) => error === thrown, name);
    }
  }
  assert.throws(() => explainError(new Proxy({}, { ownKeys: () => { throw thrown; } })), (error) => error === thrown);
  assert.equal(explainError({ code: "ORDER_DONE" }).retry, "never");
});

test("an endless error is an answer", () => {
  const itself = new Error("400");
  itself.cause = itself;
  itself.self = { itself };
  assert.equal(explainError(itself).matched, null);
  let deep = { code: "ORDER_DONE" };
  for (let depth = 0; depth < 100_000; depth++) deep = Object.assign(new Error("400"), { cause: deep });
  assert.equal(explainError(deep).matched, null);
  const shared = Array.from({ length: 40 }).reduce((inner) => ({ one: inner, other: inner }), "x");
  assert.equal(explainError({ shared, code: "ORDER_DONE" }).retry, "never");
  const wide = Object.fromEntries(Array.from({ length: 200_000 }, (_, at) => [`key${at}`, `text${at}`]));
  assert.equal(explainError({ ...wide, code: "ORDER_DONE" }).retry, "never");
  const endless = new Proxy([], { get: (target, key) => (key === "length" ? 2 ** 32 - 1 : target[key]) });
  assert.equal(explainError({ endless, code: "ORDER_DONE" }).retry, "never");
});

test("nextActions says of a running deduction what explainError says", () => {
  const { cause } = explainError({ message: "单据正在扣款中，请稍后再试" });
  const { actions } = nextActions({ state: "DOING", state_description: "MCH_COMPLETE", collection: { state: "USER_PAYING" } });
  const isTold = ({ reason }) => reason["zh-CN"].endsWith(cause["zh-CN"]) && reason.en.endsWith(cause.en);
  assert.deepEqual(actions.filter(isTold).map(({ operation }) => operation), ["cancel", "modify", "sync"]);
});
