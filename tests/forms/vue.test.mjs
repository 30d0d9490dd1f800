import assert from "node:assert/strict";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import { created } from "../common/order.mjs";

const { window } = new JSDOM("");
Object.assign(globalThis, { window, document: window.document, Element: window.Element, SVGElement: window.SVGElement });
const { computed, createApp, h, nextTick, reactive, ref, shallowRef } = await import("vue");
const { useCompletion } = await import("payscore/vue");

const yuan = { created, amountUnit: "yuan" };
const overCap = () => ({ post_payments: [{ name: "租金", amount: "39.90" }], time_range: { end_time: "2026-01-20 10:00:00" } });
const AMOUNT = "/post_payments/0/amount";
const TOTAL = "/total_amount";

/** Mounts a form with fields at some places; what it shows is read from the page. */
async function form(draft, { places = [AMOUNT], options = yuan } = {}) {
  const shown = reactive(places);
  let completion;
  let renderings = 0;
  const setup = () => {
    completion = useCompletion(draft, options);
    return () => {
      renderings += 1;
      const rest = completion.rest.value.map(({ pointer }) => pointer);
      const marks = shown.map((place) => `${place}: ${completion.at(place).severity}`);
      return h("p", JSON.stringify({ rest, marks }));
    };
  };
  const place = document.createElement("div");
  createApp({ setup }).mount(place);
  await nextTick();
  return { ...completion, places: shown, seen: () => JSON.parse(place.textContent), renderings: () => renderings };
}

test("nothing is marked before a field is left or the form submitted", async () => {
  const { at, hide, seen, show } = await form(reactive({ post_payments: [{ name: "租金", amount: "x" }] }), { places: [AMOUNT, "/time_range/end_time"] });
  assert.deepEqual(seen().marks, [`${AMOUNT}: undefined`, "/time_range/end_time: undefined"]);
  at(AMOUNT).onBlur();
  await nextTick();
  assert.deepEqual(seen().marks, [`${AMOUNT}: error`, "/time_range/end_time: undefined"]);
  show();
  await nextTick();
  assert.deepEqual(seen().marks, [`${AMOUNT}: error`, "/time_range/end_time: error"]);
  hide();
  await nextTick();
  assert.deepEqual(seen().marks, [`${AMOUNT}: undefined`, "/time_range/end_time: undefined"]);
});

test("what no field shows is left over once the form is submitted, and goes when it is mended", async () => {
  const draft = reactive(overCap());
  const { result, seen, show } = await form(draft);
  assert.deepEqual(seen().rest, []);
  assert.equal(show().ok, false);
  await nextTick();
  assert.deepEqual(seen().rest, [TOTAL]);
  draft.post_payments[0].amount = "29.90";
  await nextTick();
  assert.deepEqual(seen().rest, []);
  assert.equal(result.value.request.body.total_amount, 2990);
});

test("a field that goes leaves its issue over at the next check; one that comes takes it", async () => {
  const { places, seen, show } = await form(reactive(overCap()));
  places.push(TOTAL);
  await nextTick();
  show();
  await nextTick();
  assert.deepEqual(seen(), { rest: [], marks: [`${AMOUNT}: undefined`, `${TOTAL}: error`] });
  places.pop();
  await nextTick();
  show();
  await nextTick();
  assert.deepEqual(seen().rest, [TOTAL]);
});

for (const [what, make] of [
  ["reactive", (draft) => [reactive(draft), (state) => state]],
  ["a ref", (draft) => [ref(draft), (state) => state.value]],
  ["a shallow ref that is set anew", (draft) => [shallowRef(draft), (state) => (state.value = structuredClone(state.value))]],
  ["a computed over the form's own state", (draft) => ((state) => [computed(() => ({ ...state })), () => state])(reactive(draft))],
  ["a function", (draft) => ((state) => [() => ({ ...state }), () => state])(reactive(draft))],
]) {
  test(`the draft may be ${what}`, async () => {
    const [draft, stateOf] = make(overCap());
    const { result, total } = await form(draft);
    assert.equal(total.value.total, 3990);
    stateOf(draft).post_payments[0].amount = "1.00";
    await nextTick();
    assert.deepEqual([total.value.total, result.value.request.body.total_amount], [100, 100]);
  });
}

test("options may be reactive: an order that is loaded later, or changed in place", async () => {
  const order = ref();
  const { total } = await form(reactive(overCap()), { options: () => ({ created: order.value, amountUnit: "yuan" }) });
  assert.equal(total.value.cap, null);
  order.value = structuredClone(created);
  assert.equal(total.value.cap, 3000);
  order.value.risk_fund.amount = 5000;
  assert.equal(total.value.cap, 5000);
});

test("times as pickers give them live in reactive drafts", async () => {
  const instant = Date.UTC(2026, 0, 20, 2);
  for (const end_time of [new Date(instant), instant, { toDate: () => new Date(instant) }]) {
    const draft = reactive({ post_payments: [{ name: "租金", amount: "1.00" }], time_range: { end_time } });
    const { result } = await form(draft);
    assert.equal(result.value.request.body.time_range.end_time, "20260120100000");
  }
});

test("a key stroke renders once, and on submit once more for what is left over", async () => {
  const draft = reactive(overCap());
  const { renderings, show } = await form(draft);
  const before = renderings();
  draft.post_payments[0].name = "租金二";
  await nextTick();
  assert.ok(renderings() - before <= 1);
  show();
  await nextTick();
  assert.ok(renderings() - before <= 3);
});

test("a draft that is read from what is not reactive is read again on submit, and with new options", async () => {
  let amount = "39.90";
  const options = shallowRef({ amountUnit: "yuan", created });
  const { result, show } = useCompletion(() => ({ ...overCap(), post_payments: [{ name: "租金", amount }] }), options);
  assert.equal(result.value.ok, false);
  amount = "29.90";
  assert.equal(show().request.body.total_amount, 2990);
  amount = "19.90";
  options.value = { ...options.value };
  assert.equal(result.value.request.body.total_amount, 1990);
});

test("outside of a component, as in a store, it works the same", async () => {
  const draft = reactive(overCap());
  const { at, rest, result, show } = useCompletion(draft, yuan);
  show();
  assert.equal(at(TOTAL).severity, "error");
  await nextTick();
  assert.deepEqual(rest.value.map(({ pointer }) => pointer), []);
  draft.post_payments[0].amount = "29.90";
  assert.equal(result.value.ok, true);
});
