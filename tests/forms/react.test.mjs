import assert from "node:assert/strict";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import { created } from "../common/order.mjs";

const { window } = new JSDOM("<div id=app></div>");
Object.assign(globalThis, { window, document: window.document, IS_REACT_ACT_ENVIRONMENT: true });
globalThis.navigator ??= window.navigator; // Node has its own from 21 on.
const { StrictMode, act, createElement, memo, useEffect } = await import("react");
const { createRoot } = await import("react-dom/client");
const { useCompletion } = await import("payscore/react");

const yuan = { created, amountUnit: "yuan" };
const overCap = { post_payments: [{ name: "租金", amount: "39.90" }], time_range: { end_time: "2026-01-20 10:00:00" } };
const good = { ...overCap, post_payments: [{ name: "租金", amount: "29.90" }] };
const AMOUNT = "/post_payments/0/amount";
const TOTAL = "/total_amount";

/** Renders a form with fields at some places, in StrictMode; `seen` is what the last rendering was given. */
async function form(places, props) {
  const seen = { renderings: 0 };
  function Form({ draft, options = yuan, places: now = places }) {
    const given = useCompletion(draft, options);
    const { result, rest } = given;
    const marks = Object.fromEntries(now.map((place) => [place, given.at(place)]));
    useEffect(() => void (seen.results = [...(seen.results ?? []), result]), [result]);
    Object.assign(seen, given, { total: given.total, marks, rest: rest.map(({ pointer }) => pointer), renderings: seen.renderings + 1 });
    return null;
  }
  const root = createRoot(document.createElement("div"));
  const render = (props) => act(() => root.render(createElement(StrictMode, null, createElement(Form, props))));
  await render(props);
  return { seen, render, act: (work) => act(async () => work(seen)) };
}

test("nothing is marked before a field is left or the form submitted", async () => {
  const { seen, act } = await form([AMOUNT, "/time_range/end_time"], { draft: { post_payments: [{ name: "租金", amount: "x" }] } });
  assert.equal(seen.result.ok, false);
  assert.equal(seen.marks[AMOUNT].text, undefined);
  await act(({ marks }) => marks[AMOUNT].onBlur());
  assert.equal(seen.marks[AMOUNT].severity, "error");
  assert.equal(seen.marks["/time_range/end_time"].text, undefined);
  await act(({ show }) => show());
  assert.equal(seen.marks["/time_range/end_time"].severity, "error");
  await act(({ hide }) => hide());
  assert.equal(seen.marks[AMOUNT].text, undefined);
});

test("what no field shows is left over once the form is submitted, and goes when it is mended", async () => {
  const { seen, act, render } = await form([AMOUNT], { draft: overCap });
  assert.deepEqual(seen.rest, []);
  await act(({ show }) => assert.equal(show().ok, false));
  assert.deepEqual(seen.rest, [TOTAL]);
  await render({ draft: good });
  assert.deepEqual(seen.rest, []);
  assert.equal(seen.result.request.body.total_amount, 2990);
});

test("a field that goes leaves its issue over; one that comes takes it", async () => {
  const { seen, act, render } = await form([AMOUNT], { draft: overCap });
  await act(({ show }) => show());
  await render({ draft: overCap, places: [AMOUNT, TOTAL] });
  assert.deepEqual(seen.rest, []);
  assert.equal(seen.marks[TOTAL].severity, "error");
  await render({ draft: overCap, places: [] });
  assert.deepEqual(seen.rest, [TOTAL]);
});

test("a range picker shows both of its ends, each named", async () => {
  const { seen, act } = await form([], { draft: { ...good, time_range: { start_time: "x", end_time: "y" } } });
  await act(({ show }) => show());
  const { text, issues } = seen.at("/time_range/start_time", "/time_range/end_time");
  assert.deepEqual(issues.map(({ pointer }) => pointer), ["/time_range/start_time", "/time_range/end_time"]);
  assert.equal(text, issues.map(({ message }) => message).join("\n"));
});

test("errors come before warnings, and a warning alone is one", async () => {
  const draft = { ...good, location: { end_location: "x" } };
  const { seen, act } = await form(["/location/end_location"], { draft });
  await act(({ show }) => show());
  assert.equal(seen.marks["/location/end_location"].severity, "warning");
  assert.equal(seen.result.ok, true);
});

test("the sums run along, and options may change", async () => {
  const { seen, render } = await form([], { draft: overCap });
  assert.deepEqual([seen.total.total, seen.total.left], [3990, -990]);
  await render({ draft: overCap, options: { ...yuan, created: { ...created, risk_fund: { name: "DEPOSIT", amount: 5000 } } } });
  assert.equal(seen.total.left, 1010);
  assert.equal(seen.result.ok, true);
});

test("the result is the same object as long as it says the same, though draft and options are written in place", async () => {
  const { seen, render } = await form([], { draft: structuredClone(good), options: { ...yuan } });
  await render({ draft: structuredClone(good), options: { ...yuan } });
  assert.equal(new Set(seen.results).size, 1);
  const renderings = seen.renderings;
  await render({ draft: structuredClone(overCap), options: { ...yuan } });
  assert.equal(new Set(seen.results).size, 2);
  assert.ok(seen.renderings - renderings <= 4, "one rendering, twice in StrictMode, and at most one more");
});

test("a draft that is changed in place, as MobX does, is checked as it is", async () => {
  const draft = structuredClone(overCap);
  const { seen, render } = await form([], { draft });
  draft.post_payments[0].amount = "1.00";
  await render({ draft });
  assert.equal(seen.result.request.body.total_amount, 100);
});

test("fields in memoized components ask for their places too", async () => {
  const seen = {};
  const Field = memo(({ at }) => at(AMOUNT).text ?? null);
  function Form() {
    const { at, show, rest } = useCompletion({ post_payments: [{ name: "租金", amount: "x" }] }, yuan);
    Object.assign(seen, { show, rest: rest.map(({ pointer }) => pointer) });
    return createElement(Field, { at });
  }
  const place = document.createElement("div");
  await act(() => createRoot(place).render(createElement(StrictMode, null, createElement(Form))));
  await act(async () => void seen.show());
  assert.ok(place.textContent.length > 0);
  assert.ok(!seen.rest.includes(AMOUNT));
  assert.ok(seen.rest.includes("/time_range/end_time"));
});

test("no draft yet, as before antd has one, is nothing to fail at", async () => {
  const { seen } = await form([AMOUNT], { draft: undefined });
  assert.deepEqual([seen.result.ok, seen.total.total, seen.marks[AMOUNT].text], [false, 0, undefined]);
});

test("a wrong option is a TypeError that names it", async () => {
  await assert.rejects(form([], { draft: good, options: { amountUnit: "jiao" } }), { name: "TypeError", message: /amountUnit/ });
});
