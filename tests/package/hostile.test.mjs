// What a page may be passed by mistake or on purpose: there is always a result, and the next call is right.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { buildCompleteRequest, countChars, createValidator, diffRequests, summarize, toPayscoreTime, validateOrder, yuanToFen } from "payscore";
import { rows, shown } from "./tables.mjs";

const good = () => rows("values").find(({ name }) => name.endsWith("the good order")).document;

const prepared = createValidator({ now: null });

/** Each way of checking an order, with `now: null`. */
const WAYS = { validateOrder: (order) => validateOrder(order, { now: null }), "a prepared validator": (order) => prepared.validate(order) };

function testEachWay(name, run) {
  for (const [way, check] of Object.entries(WAYS)) test(`${way}: ${name}`, () => run(check));
}

/** An order whose field is read by a function. */
const withGetter = (field, get) => Object.defineProperty({ ...good() }, field, { enumerable: true, get });

afterEach(() => {
  for (const check of Object.values(WAYS)) {
    assert.deepEqual(check(good()), { valid: true, kind: "completion", mode: "direct", issues: [] });
  }
});

test("what a getter throws passes through unchanged", () => {
  for (const thrown of [new Error("theirs"), new RangeError("theirs"), new WebAssembly.RuntimeError("theirs"), "text", null, undefined]) {
    const throwing = { ...good() };
    Object.defineProperty(throwing, "total_amount", {
      enumerable: true,
      get() {
        throw thrown;
      },
    });
    for (const call of [validateOrder, buildCompleteRequest, summarize]) {
      try {
        call(throwing);
        assert.fail("it did not throw");
      } catch (error) {
        assert.equal(error, thrown);
      }
    }
  }
});

test("what a Proxy or a toDate throws passes through unchanged", () => {
  const thrown = new Error("theirs");
  const fail = () => {
    throw thrown;
  };
  const isTheirs = (error) => error === thrown;
  for (const trap of ["ownKeys", "get", "getPrototypeOf"]) {
    assert.throws(() => validateOrder(new Proxy(good(), { [trap]: fail })), isTheirs);
  }
  assert.throws(() => toPayscoreTime({ toDate: fail }), isTheirs);
  assert.throws(() => validateOrder(good(), new Proxy({}, { ownKeys: fail })), isTheirs);
});

test("a call within a call gets a right answer, and so does the outer one", () => {
  let inner;
  const order = { ...good() };
  Object.defineProperty(order, "total_amount", {
    enumerable: true,
    get() {
      inner = validateOrder({ ...good(), total_amount: 1 }, { now: null });
      return 3900;
    },
  });
  assert.ok(validateOrder(order, { now: null }).valid);
  assert.deepEqual(inner.issues.map(shown), ["error total_mismatch /total_amount"]);
});

testEachWay("a getter may call ten deep, and each call finds what it was given", (check) => {
  const nested = (depth) =>
    withGetter("total_amount", () => {
      if (depth > 0) assert.ok(check(nested(depth - 1)).valid, `${depth} deep`);
      return 3900;
    });
  assert.ok(check(nested(10)).valid);
});

testEachWay("a getter may make the memory grow half way, and the rest is read as it stands", (check) => {
  const post_payments = Array.from({ length: 200_000 }, () => ({ name: "商品信息", amount: 1 }));
  let inner;
  const order = withGetter("post_discounts", () => {
    inner = check({ ...good(), post_payments, goods_tag: "餐".repeat(4000) });
    return [{ name: "满减", description: "满减", amount: 101 }];
  });
  assert.deepEqual(check(order).issues.map(shown), ["error total_mismatch /total_amount"]);
  assert.deepEqual(inner.issues.map(shown), ["error too_many_items /post_payments", "error total_mismatch /total_amount", "error too_long /goods_tag"]);
});

testEachWay("what was read before a getter throws is not taken for the next order", (check) => {
  const broken = withGetter("total_amount", () => {
    throw new Error("theirs");
  });
  const order = withGetter("last", () => check(broken));
  assert.throws(() => check(Object.assign(order, { unheard_of: 1, total_amount: 1 })), /theirs/);
  assert.deepEqual(check({ ...good(), other: 1 }).issues.map(shown), ["warning unknown_field /other"]);
});

testEachWay("a getter that calls, throws inside and goes on gets a right answer", (check) => {
  const order = withGetter("total_amount", () => {
    assert.throws(() => check(withGetter("appid", () => assert.fail("theirs"))), /theirs/);
    assert.equal(check({ ...good(), total_amount: 1 }).issues[0].code, "total_mismatch");
    return 3901;
  });
  assert.deepEqual(check(order).issues.map(shown), ["error total_mismatch /total_amount"]);
});

testEachWay("a hundred thousand rows are followed by an order of one", (check) => {
  const post_payments = Array.from({ length: 100_000 }, (_, row) => ({ name: `商品${row}`, amount: 1, unheard_of: row }));
  const { issues } = check({ ...good(), post_payments });
  assert.equal(issues.length, 100_002);
  const one = { ...good(), post_payments: [{ name: "餐", amount: 4000, other: 1 }] };
  assert.deepEqual(check(one).issues.map(shown), ["warning unknown_field /post_payments/0/other"]);
});

testEachWay("a field that is not enumerable is not there, known or not, as JSON.stringify has it", (check) => {
  for (const field of Object.keys(good())) {
    const order = Object.defineProperty({ ...good() }, field, { enumerable: false });
    assert.deepEqual(check(order), check(JSON.parse(JSON.stringify(order))), field);
  }
});

testEachWay("what a polluted prototype adds belongs to no order", (check) => {
  const added = { total_amount: 1, sub_mchid: "1900000109", goods_tag: "x", post_discounts: [{}] };
  const [whole, lacking] = [good(), { ...good(), goods_tag: undefined, total_amount: undefined }];
  const without = check(lacking);
  try {
    for (const [key, value] of Object.entries(added)) Object.defineProperty(Object.prototype, key, { value, enumerable: true, configurable: true });
    assert.ok(check(whole).valid);
    assert.deepEqual(check(lacking), without);
  } finally {
    for (const key of Object.keys(added)) delete Object.prototype[key];
  }
});

testEachWay("keys of an order in any order, deleted and put back, of any shape, are the same order", (check) => {
  const total = { ...good(), total_amount: 1, unheard_of: 1 };
  const expected = check(total);
  const keys = Object.keys(total);
  for (let turn = 0; turn < keys.length; turn++) {
    const turned = Object.fromEntries([...keys.slice(turn), ...keys.slice(0, turn)].reverse().map((key) => [key, total[key]]));
    assert.deepEqual(check(turned), expected);
    delete turned[keys[turn]];
    turned[keys[turn]] = total[keys[turn]];
    assert.deepEqual(check(Object.assign(Object.create(null), turned)), expected);
  }
});

testEachWay("text is read by its characters, however the engine holds it", (check) => {
  const long = "一二三四五六七八九十";
  const texts = {
    "two strings joined": long.slice(0, 7) + long.slice(7) + String.fromCharCode(0x4e00),
    "a part of another": `${long}${long}`.slice(3, 13),
    "wide characters alone": "餐".repeat(20),
    "beyond the first plane": "😀".repeat(20),
    "one more than may be": "😀".repeat(21),
    "a mark that looks like digits where it is cut in two": "〰".repeat(20),
    "half a pair": "餐\ud83d",
    "Latin letters beyond ASCII": "Café",
    "a blank in front": " 餐",
    "no character at all": "\u200b",
  };
  const codes = Object.entries(texts).map(([what, name]) => [what, check({ ...good(), post_payments: [{ name, amount: 4000 }] }).issues.map(({ code }) => code).join()]);
  assert.deepEqual(Object.fromEntries(codes), {
    "two strings joined": "",
    "a part of another": "",
    "wide characters alone": "",
    "beyond the first plane": "invalid_characters",
    "one more than may be": "too_long",
    "a mark that looks like digits where it is cut in two": "",
    "half a pair": "invalid_characters",
    "Latin letters beyond ASCII": "",
    "a blank in front": "invisible_characters",
    "no character at all": "invisible_characters",
  });
  const dotted = check({ ...good(), time_range: { start_time: "〰〰〰〰〰〰〰", end_time: "20261120" } });
  assert.ok(dotted.issues.some(({ pointer }) => pointer === "/time_range/start_time"));
});

test("a transparent Proxy, as a reactive form gives, is the order it wraps", () => {
  const reactive = (value) =>
    typeof value === "object" && value !== null ? new Proxy(value, { get: (target, key) => reactive(Reflect.get(target, key)) }) : value;
  assert.ok(validateOrder(reactive(good()), { now: null }).valid);
});

test("an object without a prototype and one frozen are orders", () => {
  assert.ok(validateOrder(Object.assign(Object.create(null), good()), { now: null }).valid);
  assert.ok(validateOrder(Object.freeze(good()), { now: null }).valid);
});

test("keys that are symbols, inherited or not enumerable are not there", () => {
  const order = good();
  order[Symbol("s")] = 1;
  Object.defineProperty(order, "hidden", { value: 1 });
  assert.ok(validateOrder(order, { now: null }).valid);
  assert.equal(validateOrder(Object.create(good())).issues[0].code, "required");
});

test("a hole in a list is a missing item", () => {
  const post_payments = [{ name: "餐", amount: 4000 }];
  post_payments[2] = { name: "酒", amount: 0 };
  assert.deepEqual(validateOrder({ ...good(), post_payments }, { now: null }).issues.map(shown), ["error required /post_payments/1"]);
});

test("an object inside itself, and a thousand levels, are read no deeper than needed", () => {
  const circular = good();
  circular.self = circular;
  circular.post_payments[0].list = circular.post_payments;
  assert.deepEqual(validateOrder(circular, { now: null }).issues.map(shown), [
    "warning unknown_field /post_payments/0/list",
    "warning unknown_field /self",
  ]);
  let deep = {};
  for (let level = 0; level < 1000; level++) deep = { deep };
  assert.deepEqual(validateOrder({ ...good(), deep }, { now: null }).issues.map(shown), ["warning unknown_field /deep"]);
  assert.ok(diffRequests(deep, structuredClone(deep)).length <= 1);
});

test("a small graph of shared objects that would be endless written out is read up to a bound", () => {
  const shared = Array.from({ length: 40 }).reduce((inner) => [inner, inner], "x");
  assert.equal(validateOrder({ ...good(), shared }, { now: null }).valid, true);
  assert.ok(diffRequests({ shared }, { other: 1 }).length > 0);
});

test("a million items are all checked", () => {
  const post_payments = Array.from({ length: 1_000_000 }, () => ({ name: "商品信息", amount: 1 }));
  post_payments[999_999].amount = -1;
  const { issues } = validateOrder({ ...good(), post_payments }, { now: null });
  assert.deepEqual(issues.map(shown), ["error too_many_items /post_payments", "error too_small /post_payments/999999/amount"]);
});

test("a million faults are all told", () => {
  const { issues } = validateOrder({ ...good(), post_payments: new Array(1_000_000).fill(null) }, { now: null });
  assert.equal(issues.length, 1_000_001);
  assert.equal(issues.at(-1).pointer, "/post_payments/999999");
});

test("a list longer than anything is refused without being read", () => {
  const post_payments = [];
  post_payments.length = 2 ** 32 - 1;
  assert.equal(validateOrder({ ...good(), post_payments }, { now: null }).issues[0].code, "invalid_type");
});

test("a Proxy of a list may say any length, and hides nothing that stands behind it", () => {
  for (const length of [-1, 1.5, NaN, 2 ** 40, "2", undefined]) {
    const list = new Proxy([{ name: "餐", amount: 1 }], { get: (target, key) => (key === "length" ? length : target[key]) });
    const { issues } = validateOrder({ extra: list, ...good(), post_payments: list, total_amount: true }, { now: null });
    for (const pointer of ["/total_amount", "/extra"]) assert.ok(issues.some((issue) => issue.pointer === pointer), `${length} ${pointer}`);
    assert.ok(diffRequests({ list, after: 1 }, { after: 2 }).some(({ pointer }) => pointer === "/after"));
  }
});

test("ten million characters are counted and not repeated", () => {
  const name = "餐".repeat(10_000_000);
  const [issue] = validateOrder({ ...good(), goods_tag: name }, { now: null }).issues;
  assert.deepEqual([issue.code, issue.params.actual], ["too_long", 10_000_000]);
  assert.ok(issue.message.length < 100);
  assert.equal(countChars(name), 10_000_000);
  assert.equal(yuanToFen(name), null);
  const [unknown] = validateOrder({ ...good(), ["k".repeat(1_000_000)]: 1 }, { now: null }).issues;
  assert.ok(unknown.message.length < 100);
});

test("the path of a key with a lone surrogate is that key", () => {
  const [issue] = validateOrder({ ...good(), "a\uD800/b": 1 }, { now: null }).issues;
  assert.deepEqual([issue.path, issue.pointer], [["a\uD800/b"], "/a\uD800~1b"]);
});

test("NaN and the infinities are told as they are", () => {
  for (const received of [NaN, Infinity, -Infinity, 14.9, 2 ** 53, 1e308, -1e-300]) {
    const [issue] = validateOrder({ ...good(), total_amount: received }, { now: null }).issues;
    assert.equal(issue.params.received, received);
  }
});

test("100,000 invalid calls leave the memory as it was", () => {
  const bad = [null, [], "x", 5, { post_payments: "[]" }, { ...good(), total_amount: 1.5 }, { ...good(), foo: 1 }, new Map(), 10n];
  const run = (times) => {
    for (let call = 0; call < times; call++) validateOrder(bad[call % bad.length], { now: null });
  };
  run(10_000);
  const before = process.memoryUsage().arrayBuffers + process.memoryUsage().external;
  run(100_000);
  const grown = process.memoryUsage().arrayBuffers + process.memoryUsage().external - before;
  assert.ok(grown < 4 * 1024 * 1024, `${grown} bytes more`);
});
