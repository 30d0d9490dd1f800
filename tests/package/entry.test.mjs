import assert from "node:assert/strict";
import { test } from "node:test";
import { doors } from "./doors.mjs";
import { rows, TABLES } from "./tables.mjs";

const WITH_BODIES = ["completion", "cancel", "modify", "pay", "sync", "prepaidMessage", "pendingMessage"];
const KINDS = [...WITH_BODIES, ...WITH_BODIES.map((kind) => `${kind}Body`), "create", "query", "directComplete", "serviceOrder"];

for (const [door, payscore] of Object.entries(doors)) {
  test(`${door}: ready at once`, () => {
    assert.doesNotThrow(() => payscore.validateOrder({}));
  });

  test(`${door}: init changes nothing where it is not needed`, async () => {
    await payscore.init();
    await payscore.init();
    assert.doesNotThrow(() => payscore.validateOrder({}));
  });
}

test("a report without issues has the members of any other, in their order", () => {
  const reports = TABLES.flatMap(rows).map(({ document, options }) => doors.import.validateOrder(document, options));
  for (const report of reports) assert.deepEqual(Object.keys(report), ["valid", "kind", "mode", "issues"]);
  const sound = reports.filter(({ issues }) => issues.length === 0);
  assert.ok(sound.every(({ valid }) => valid));
  assert.deepEqual([...new Set(sound.map(({ kind }) => kind))].sort(), [...KINDS].sort());
  assert.deepEqual([...new Set(sound.map(({ mode }) => mode))].sort(), ["direct", "partner"]);
});

test("both ways export the same names", () => {
  const { default: _, "module.exports": __, ...required } = doors.require;
  assert.deepEqual(Object.keys(doors.import).sort(), Object.keys(required).sort());
});

test("a validator made once says what the single calls say", () => {
  for (const { document, options } of TABLES.flatMap(rows).slice(0, 400)) {
    const { validate } = doors.import.createValidator(options);
    assert.deepEqual(validate(document), doors.import.validateOrder(document, options));
  }
  const options = { amountUnit: "yuan", created: { out_order_no: "1234323JKHDFE1243252", risk_fund: { name: "DEPOSIT", amount: 3000 } }, now: null };
  const { build, summarize } = doors.import.createValidator(options);
  const draft = { post_payments: [{ name: "租金", amount: "12.50" }] };
  assert.deepEqual(build(draft), doors.import.buildCompleteRequest(draft, options));
  assert.deepEqual(summarize(draft), doors.import.summarize(draft, options));
});

test("what becomes of the options afterwards does not matter to a validator", () => {
  const created = { risk_fund: { name: "DEPOSIT", amount: 3000 } };
  const options = { created };
  const { summarize } = doors.import.createValidator(options);
  created.risk_fund = { name: "DEPOSIT", amount: 1 };
  options.created = undefined;
  assert.equal(summarize({}).cap, 3000);
});
