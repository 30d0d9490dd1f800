import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";
import * as whole from "payscore";
import * as imported from "payscore/slim";

const require = createRequire(import.meta.url);
const code = readFileSync(require.resolve("payscore/slim"), "utf8");
const bytes = readFileSync(require.resolve("payscore/payscore.wasm"));
const otherWasm = Uint8Array.from([0, 97, 115, 109, 1, 0, 0, 0]);
const options = { now: null };
const answer = whole.validateOrder({}, options);

/** A module that has not been used yet, in an engine of its own. */
function fresh(globals, contextOptions) {
  const module = { exports: {} };
  runInContext(code, createContext({ module, ...globals }, contextOptions));
  return module.exports;
}

test("it exports what the default entry exports but for bytes, and initSync", () => {
  const { validateBatch, orderValidatorStream, ...forObjects } = whole;
  assert.deepEqual(Object.keys(imported).sort(), [...Object.keys(forObjects), "initSync"].sort());
});

test("used before it has its wasm, it says what to call", () => {
  assert.throws(() => fresh().validateOrder({}), /payscore\/slim was used before its wasm was supplied.*initSync.*init/);
});

for (const [name, source] of [
  ["a Buffer", () => bytes],
  ["a Uint8Array", () => new Uint8Array(bytes)],
  ["an ArrayBuffer", () => new Uint8Array(bytes).buffer],
  ["a WebAssembly.Module", () => new WebAssembly.Module(bytes)],
]) {
  test(`initSync and init take ${name}`, async () => {
    const sync = fresh({ WebAssembly });
    sync.initSync(source());
    assert.deepEqual(JSON.parse(JSON.stringify(sync.validateOrder({}, options))), answer);
    const async = fresh({ WebAssembly });
    await async.init(source());
    assert.deepEqual(JSON.parse(JSON.stringify(async.validateOrder({}, options))), answer);
  });
}

test("init takes a response, and a promise of one; a failed one is named", async () => {
  const slim = fresh({ WebAssembly });
  await slim.init(Promise.resolve(new Response(bytes)));
  slim.validateOrder({});
  await assert.rejects(fresh({ WebAssembly }).init(new Response("", { status: 404 })), /could not fetch its wasm: 404/);
});

test("what is no wasm, or the wasm of something else, is refused by what is wrong with it; the next try works", async () => {
  const slim = fresh({ WebAssembly });
  for (const wrong of [undefined, "payscore.wasm", 1, {}, null]) {
    assert.throws(() => slim.initSync(wrong), (error) => error.name === "TypeError" && /takes its wasm as/.test(error.message));
    await assert.rejects(slim.init(wrong), /takes its wasm as/);
  }
  for (const wrong of [new Uint8Array(4), otherWasm]) {
    assert.throws(() => slim.initSync(wrong), /not the payscore\.wasm of this version/);
    await assert.rejects(slim.init(wrong), /not the payscore\.wasm of this version/);
  }
  slim.initSync(bytes);
  slim.validateOrder({});
});

test("a policy that forbids WebAssembly is named with its remedy", async () => {
  const slim = fresh({}, { codeGeneration: { wasm: false } });
  const remedy = /Content-Security-Policy: script-src 'self' 'wasm-unsafe-eval'/;
  assert.throws(() => slim.initSync(bytes), { message: remedy });
  await assert.rejects(slim.init(bytes), { message: remedy });
});

test("where nothing is compiled, as in a mini-program, a function makes the instance; without one it says what is missing", async () => {
  const bare = fresh();
  const instantiate = (imports) => WebAssembly.instantiate(bytes, imports);
  await bare.init(instantiate);
  assert.deepEqual(JSON.parse(JSON.stringify(bare.validateOrder({}, options))), answer);
  await bare.init(instantiate);
  await assert.rejects(fresh().init(() => Promise.reject(new Error("no such file"))), /no such file/);
  const world = createContext({ module: { exports: {} } });
  runInContext(`delete globalThis.WebAssembly; ${code}`, world);
  await assert.rejects(world.module.exports.init(bytes), /has no WebAssembly/);
});
