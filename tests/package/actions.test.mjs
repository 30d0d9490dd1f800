import assert from "node:assert/strict";
import { test } from "node:test";
import { doors } from "./doors.mjs";
import { part } from "./tables.mjs";

const BUILDERS = part("actions", "builders").map(({ operation, builder }) => ({ operation, builder }));

for (const [door, payscore] of Object.entries(doors)) {
  const { nextActions } = payscore;

  test(`${door}: every triple allows what section 8 says`, () => {
    for (const { order, final = false, misfits = [], can = {} } of part("actions", "triples")) {
      const answer = nextActions(orderIn(order));
      assert.equal(triple(answer.current), order);
      assert.equal(answer.final, final, order);
      assert.deepEqual(answer.misfits, misfits, order);
      assert.deepEqual(answer.actions.map(({ operation, builder }) => ({ operation, builder: builder ?? null })), BUILDERS);
      for (const { operation, verdict, leadsTo } of answer.actions) {
        assert.deepEqual([verdict, ...leadsTo.map(arrival)], can[operation] ?? ["refused"], `${operation} of ${order}`);
      }
    }
  });

  test(`${door}: an order whose deposit may have been paid is told of`, () => {
    for (const { case: name, order, modify } of part("actions", "deposits")) {
      const { verdict, leadsTo, reason } = nextActions(order).actions.find(({ operation }) => operation === "modify");
      assert.deepEqual([verdict, ...leadsTo.map(arrival)], modify, name);
      if (verdict === "disputed") assert.ok(reason["zh-CN"].includes("押金") && reason.en.includes("deposit"), name);
    }
  });

  test(`${door}: every builder that is named is there`, () => {
    for (const { builder } of BUILDERS) if (builder) assert.equal(typeof payscore[builder], "function", builder);
  });

  test(`${door}: what cannot be read is an answer`, () => {
    for (const { case: name, order, misfits } of part("actions", "unreadable")) {
      const answer = nextActions(order);
      assert.deepEqual(answer.misfits, misfits, name);
      assert.ok(answer.actions.every(({ verdict }) => verdict === "refused"), name);
    }
    assert.deepEqual(nextActions().misfits, ["state", "state_description", "collection.state"]);
  });

  test(`${door}: absence has three forms`, () => {
    for (const { case: name, order, as } of part("actions", "readable")) assert.equal(triple(nextActions(order).current), as, name);
  });
}

test("reasons are whole sentences in both languages, whatever the locale", () => {
  const { nextActions } = doors.import;
  for (const { order, misfits } of part("actions", "triples")) {
    const answer = nextActions(orderIn(order), { locale: "en" });
    assert.deepEqual(answer, nextActions(orderIn(order), { locale: "zh-CN" }));
    for (const { reason } of answer.actions) {
      assert.match(reason["zh-CN"], misfits ? /\p{Script=Han}.*[a-z]$/u : /\p{Script=Han}。$/u);
      assert.match(reason.en, misfits ? /^[A-Z].*[a-z]$/ : /^[A-Z].*\.$/);
    }
  }
});

test("a wrong option is named, and what the caller's order throws passes through", () => {
  const { nextActions } = doors.import;
  assert.throws(() => nextActions({}, { locale: "fr" }), { name: "TypeError", message: /locale/ });
  const thrown = new Error("mine");
  const order = {
    get state() {
      throw thrown;
    },
  };
  assert.throws(() => nextActions(order), (error) => error === thrown);
  assert.deepEqual(nextActions({ state: "CREATED" }).misfits, []);
});

/** `DOING / MCH_COMPLETE / -` as an order in that state. */
function orderIn(text) {
  const [state, state_description, collection] = text.split(" / ").map((part) => (part === "-" ? undefined : part));
  return { state, state_description, collection: collection && { state: collection } };
}

const triple = ({ state, state_description, collection_state }) => [state, state_description, collection_state].map((part) => part ?? "-").join(" / ");

const arrival = ({ when, ...at }) => (when ? `${triple(at)} if ${when}` : triple(at));
