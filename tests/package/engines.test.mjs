// Engines that lack or forbid something, each as a bare context with its own globals.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";

const entry = createRequire(import.meta.url).resolve("payscore");

function loadInto(globals, options) {
  const context = createContext({ atob, ...globals }, options);
  const load = (file) => {
    const module = { exports: {} };
    const run = runInContext(`(function (module, require) {${readFileSync(file, "utf8")}\n})`, context);
    run(module, (beside) => load(join(dirname(entry), beside)));
    return module.exports;
  };
  return { payscore: load(entry), context };
}

test("TextEncoder and TextDecoder are not needed", () => {
  const { payscore, context } = loadInto({});
  assert.equal(runInContext("typeof TextEncoder + typeof TextDecoder", context), "undefinedundefined");
  payscore.validateOrder({ out_order_no: "单号😀" });
  payscore.validateBatch('{"out_order_no":"单号😀"}');
});

test("a policy that forbids WebAssembly is named with its remedy", async () => {
  const { payscore } = loadInto({}, { codeGeneration: { wasm: false } });
  const remedy = /Content-Security-Policy: script-src 'self' 'wasm-unsafe-eval'/;
  assert.throws(() => payscore.validateOrder({}), { message: remedy });
  await assert.rejects(payscore.init(), { message: remedy });
});

test("an engine that compiles only asynchronously is told to call init, after which calls work, but bytes need a Worker", async () => {
  const { payscore, context } = loadInto({});
  runInContext(
    `WebAssembly.Module = WebAssembly.Instance = function () {
      throw new RangeError("WebAssembly.Compile is disallowed on the main thread, if the buffer size is larger than 4KB.");
    };`,
    context,
  );
  assert.throws(() => payscore.validateOrder({}), { message: /await init\(\)/ });
  await payscore.init();
  payscore.validateOrder({});
  for (const start of [() => payscore.validateBatch("{}"), payscore.orderValidatorStream]) assert.throws(start, { message: /in a Worker/ });
});

test("an engine without WebAssembly is told so", () => {
  const { payscore, context } = loadInto({});
  runInContext("delete globalThis.WebAssembly", context);
  assert.throws(() => payscore.validateOrder({}), { message: /no WebAssembly/ });
});
