// A failure inside the wasm would be a bug, which no test can wait for, so the engine is made to fail: every instance gets a
// `validateOrder` that does what the test says before, or in place of, the real work.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

const unreachable = new WebAssembly.Instance(
  new WebAssembly.Module(
    // (module (func (export "trap") unreachable))
    Uint8Array.from([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 116, 114, 97, 112, 0, 0, 10, 5, 1, 3, 0, 0, 11]),
  ),
).exports.trap;

let instances = 0;
let insideCall = () => {};
const { Instance } = WebAssembly;
WebAssembly.Instance = function (module, imports) {
  instances += 1;
  const { exports } = new Instance(module, imports);
  const validateOrder = (...args) => {
    insideCall();
    return exports.validateOrder(...args);
  };
  return { exports: { ...exports, validateOrder } };
};
const { validateOrder } = await import("payscore");
const answer = validateOrder({});

beforeEach(() => {
  insideCall = () => {};
  validateOrder({});
});

function failOnce(fail) {
  insideCall = () => {
    insideCall = () => {};
    fail();
  };
}

function assertOwnFault(error) {
  assert.match(error.message, /payscore/);
  assert.match(error.message, /bug/);
  assert.match(error.message, /next call works/);
  assert.ok(error.cause instanceof Error);
  return true;
}

test("after a trap the next call works, in a new instance", () => {
  const before = instances;
  failOnce(unreachable);
  assert.throws(() => validateOrder({}), assertOwnFault);
  assert.deepEqual(validateOrder({}), answer);
  assert.equal(instances, before + 1);
});

test("the end of the stack is reported like a trap", () => {
  failOnce(function recurse() {
    recurse();
  });
  assert.throws(() => validateOrder({}), assertOwnFault);
  assert.deepEqual(validateOrder({}), answer);
});

test("a call near the end of the caller's stack leaves the next call working", () => {
  const dive = () => {
    try {
      dive();
    } finally {
      validateOrder({});
    }
  };
  assert.throws(dive);
  assert.deepEqual(validateOrder({}), answer);
});

test("another exception that passes through the wasm is not changed", () => {
  const thrown = new TypeError("the caller's");
  failOnce(() => {
    throw thrown;
  });
  assert.throws(() => validateOrder({}), (error) => error === thrown);
  assert.deepEqual(validateOrder({}), answer);
});

test("a trap in a call within a call leaves the outer one its own instance", () => {
  failOnce(() => {
    failOnce(unreachable);
    assert.throws(() => validateOrder({}), assertOwnFault);
    assert.deepEqual(validateOrder({}), answer);
  });
  assert.deepEqual(validateOrder({}), answer);
  assert.deepEqual(validateOrder({}), answer);
});
