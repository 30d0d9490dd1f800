import assert from "node:assert/strict";
import { test } from "node:test";

let modules = 0;
WebAssembly.Module = new Proxy(WebAssembly.Module, {
  construct(Module, args) {
    modules += 1;
    return new Module(...args);
  },
});
const { validateOrder } = await import("payscore");

const UNPACKER_AND_RULES = 2;

test("importing compiles nothing; the first call does, and no other", () => {
  assert.equal(modules, 0);
  validateOrder({});
  assert.equal(modules, UNPACKER_AND_RULES);
  validateOrder({});
  assert.equal(modules, UNPACKER_AND_RULES);
});
