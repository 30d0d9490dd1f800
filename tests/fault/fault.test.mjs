import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { call, initSync } from "../../target/fault/entry.mjs";

initSync(readFileSync(new URL("../../target/fault/payscore_bg.wasm", import.meta.url)));

/** Every invariant of the record, with the file that stops when it is broken. */
const INVARIANTS = {
  "an object has a head": /src\/record\/mod\.rs:\d+:\d+.*a head is expected in slot 1/s,
  "an object lies in the record": /src\/record\/mod\.rs:\d+:\d+.*index out of bounds/s,
  "an object has a slot for each row": /src\/record\/mod\.rs:\d+:\d+.*index out of bounds/s,
  "a doubtful row is a row of the table": /src\/rules\/value\.rs:\d+:\d+.*index out of bounds/s,
  "a list lies in the record": /src\/record\/mod\.rs:\d+:\d+.*index out of bounds/s,
  "a text lies in the text": /src\/values\/text\.rs:\d+:\d+.*out of range/s,
  "an unknown key lies in the text": /src\/values\/text\.rs:\d+:\d+.*out of range/s,
  "a tape ends behind its value": /src\/input\/tape\.rs:\d+:\d+.*a tape ends behind its last value/s,
  "a tape holds tags alone": /src\/input\/tape\.rs:\d+:\d+.*no value has the tag 200/s,
  "a rule looks at documents of its own table": /src\/rules\/order\.rs:\d+:\d+.*a rule on ServiceOrder looks at CompleteRequestBody/s,
  "only a request is composed": /src\/compose\/request\.rs:\d+:\d+.*only a request is composed/s,
  "a request that is sent names its order": /src\/compose\/request\.rs:\d+:\d+.*names its order/s,
};

for (const [name, told] of Object.entries(INVARIANTS)) {
  test(`${name}: where not, that stops with its file and line, in the Error and in the console, and the next call is right`, () => {
    const inConsole = [];
    const { error } = console;
    console.error = (...words) => inConsole.push(words.join(" "));
    try {
      assert.throws(() => call("fault", [name]), ({ message }) => {
        assert.match(message, told);
        assert.match(message, /next call works/);
        return true;
      });
    } finally {
      console.error = error;
    }
    assert.match(inConsole.join(), told);
    assert.equal(call("yuanToFen", ["39.90"]), 3990);
    assert.deepEqual(call("validateOrder", [null, {}]).issues.map(({ code }) => code), ["invalid_type"]);
  });
}
