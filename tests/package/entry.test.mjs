import assert from "node:assert/strict";
import { test } from "node:test";
import { doors } from "./doors.mjs";

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

test("both ways export the same names", () => {
  const { default: _, "module.exports": __, ...required } = doors.require;
  assert.deepEqual(Object.keys(doors.import).sort(), Object.keys(required).sort());
});
