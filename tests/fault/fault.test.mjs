import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { call, initSync } from "../../target/fault/entry.mjs";

initSync(readFileSync(new URL("../../target/fault/payscore_bg.wasm", import.meta.url)));

test("a fault of ours says its file and line, in the Error and in the console, and the next call is right", () => {
  const told = [];
  const { error } = console;
  console.error = (...words) => told.push(words.join(" "));
  try {
    assert.throws(() => call("fault", []), ({ message }) => {
      assert.match(message, /src\/wasm\/objects\.rs:\d+:\d+/);
      assert.match(message, /a fault made for the test of one/);
      assert.match(message, /next call works/);
      return true;
    });
  } finally {
    console.error = error;
  }
  assert.match(told.join(), /src\/wasm\/objects\.rs:\d+/);
  assert.equal(call("yuanToFen", ["39.90"]), 3990);
  assert.deepEqual(call("validateOrder", [null, {}]).issues.map(({ code }) => code), ["invalid_type"]);
});
