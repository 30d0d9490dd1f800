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

test("importing compiles nothing; the first call does, once", () => {
  assert.equal(modules, 0);
  validateOrder({});
  validateOrder({});
  assert.equal(modules, 1);
});
