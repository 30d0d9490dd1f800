import assert from "node:assert/strict";
import { test } from "node:test";
import { LIMITS, countChars, diffRequests, fenToYuan, parsePayscoreTime, rules, summarize, toPayscoreTime, yuanToFen } from "payscore";

test("yuan into fen, exactly", () => {
  for (const [yuan, fen] of [[19.9, 1990], ["0.57", 57], [4.35, 435], [1.1, 110], ["39", 3900], [39n, 3900], [0, 0], ["-0.01", -1], ["90071992547409.91", 2 ** 53 - 1]]) {
    assert.equal(yuanToFen(yuan), fen, String(yuan));
  }
  for (const yuan of [19.999, "19.999", NaN, Infinity, "", " 1", "1,000", "1e2", "39元", null, undefined, {}, true, new Date(0), "90071992547409.92", "9".repeat(30)]) {
    assert.equal(yuanToFen(yuan), null, String(yuan));
  }
});

test("fen into yuan, with two decimals", () => {
  for (const [fen, yuan] of [[1990, "19.90"], [5, "0.05"], [0, "0.00"], ["3900", "39.00"], [3900n, "39.00"], [-1, "-0.01"], [2 ** 53 - 1, "90071992547409.91"]]) {
    assert.equal(fenToYuan(fen), yuan);
  }
  for (const fen of [1.5, NaN, "39.00", null, undefined, 2 ** 53]) assert.equal(fenToYuan(fen), null, String(fen));
});

test("times into Beijing's, whatever the machine's zone", () => {
  const instant = Date.UTC(2009, 11, 25, 1, 10, 10, 999);
  const dayjs = { toDate: () => new Date(instant) };
  for (const time of [instant, new Date(instant), dayjs, "2009-12-25T01:10:10Z", "2009-12-25 09:10:10", "20091225091010"]) {
    assert.equal(toPayscoreTime(time), "20091225091010");
    assert.equal(toPayscoreTime(time, "day"), "20091225");
  }
  assert.equal(toPayscoreTime("2009-12-25"), "20091225");
  for (const wallClock of ["2009-12-25T09:10:10", "2009/12/25 09:10:10", "2009-12-25T09:10:10.999", "2009-12-25T01:10:10+0000"]) {
    assert.equal(toPayscoreTime(wallClock), "20091225091010", wallClock);
  }
  assert.equal(toPayscoreTime("2009-12-25 09:10"), "20091225091000");
  for (const time of ["", "OnAccept", "2009-02-29", "25.12.2009", 1261703410, 20091225091010, new Date(NaN), NaN, null, undefined, {}]) {
    assert.equal(toPayscoreTime(time), null, String(time));
  }
});

test("Beijing has no daylight saving here, though the zone database has some", () => {
  assert.equal(parsePayscoreTime("19880701080000").toISOString(), "1988-07-01T00:00:00.000Z");
});

test("payscore times into Dates", () => {
  assert.equal(parsePayscoreTime("20091225091010").toISOString(), "2009-12-25T01:10:10.000Z");
  assert.equal(parsePayscoreTime("20091225").toISOString(), "2009-12-24T16:00:00.000Z");
  for (const text of ["OnAccept", "2009-12-25", "20090229", "", null, 20091225]) assert.equal(parsePayscoreTime(text), null, String(text));
});

test("characters are code points", () => {
  for (const [text, count] of [["", 0], ["支付分", 3], ["a1-。", 4], ["😀", 1], ["\uD83D", 1], ["e\u0301", 2]]) assert.equal(countChars(text), count);
});

test("a summary for every key stroke", () => {
  const draft = { post_payments: [{ amount: "19.90" }, { amount: 0.1 }, { amount: "x" }, {}], post_discounts: [{ amount: 1 }] };
  const created = { risk_fund: { name: "DEPOSIT", amount: 2500 } };
  assert.deepEqual(summarize(draft, { amountUnit: "yuan", created, serviceRiskLimit: 2000 }), {
    payments: 2000,
    discounts: 100,
    total: 1900,
    totalIs: "computed",
    cap: 2000,
    left: 100,
    malformed: 1,
  });
  assert.deepEqual(summarize({}), { payments: 0, discounts: 0, total: 0, totalIs: "computed", cap: null, left: null, malformed: 0 });
  assert.equal(summarize({ post_payments: [{ amount: 2600 }] }, { created }).left, -100);
  // A deposit that came as text is the same cap that validation holds the total to.
  assert.equal(summarize({}, { created: { risk_fund: { name: "DEPOSIT", amount: "2500" } } }).cap, 2500);
  assert.equal(summarize({}, { created: { risk_fund: { name: "DEPOSIT", amount: 0 } } }).cap, null);
  assert.equal(summarize(null).total, 0);
  // A given total is what will be sent, whatever the items add up to.
  const given = summarize({ post_payments: [{ amount: 2600 }], total_amount: 2500 }, { created });
  assert.deepEqual([given.payments, given.total, given.totalIs, given.left], [2600, 2500, "given", 0]);
});

test("two bodies differ where their JSON does", () => {
  const before = { a: 1, nothing: null, list: [1, { b: 2 }], same: { x: 1, y: [] } };
  const after = { same: { y: [], x: 1.0 }, nothing: null, list: [1, { b: 3 }, null], c: "新" };
  assert.deepEqual(diffRequests(before, after), [
    { change: "removed", path: ["a"], pointer: "/a", before: 1 },
    { change: "added", path: ["c"], pointer: "/c", after: "新" },
    { change: "changed", path: ["list", 1, "b"], pointer: "/list/1/b", before: 2, after: 3 },
    { change: "added", path: ["list", 2], pointer: "/list/2", after: null },
  ]);
  assert.deepEqual(diffRequests({ a: undefined }, {}), []);
  assert.equal(diffRequests({}, []).length, 1);
});

test("the bounds a form needs", () => {
  assert.deepEqual(LIMITS["post_payments[].name"], { min: 1, max: 20 });
  assert.deepEqual(LIMITS.post_discounts, { min: 0, max: 30 });
  assert.deepEqual(LIMITS.total_amount, { min: 0, max: Number.MAX_SAFE_INTEGER });
});

test("the catalogue explains every code in both languages", () => {
  assert.equal(new Set(rules.map(({ code }) => code)).size, rules.length);
  for (const { code, meaning, severity, source } of rules) {
    assert.match(meaning["zh-CN"], /\p{Script=Han}/u, code);
    assert.match(meaning.en, /^[\x20-\x7E−–…]+$/, code);
    assert.ok(["error", "warning"].includes(severity) && source, code);
  }
});
