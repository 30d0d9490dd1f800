// Mixed calls in one instance: the right result every time, in flat memory.
// `npm run soak` makes ten million.

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Worker, isMainThread } from "node:worker_threads";

const { values } = parseArgs({ options: { calls: { type: "string", default: "100000" } } });
const calls = Number(values.calls);
const WORKERS = 8;
const FLAT = 8 * 2 ** 20;

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc");

const memories = [];
const { Instance } = WebAssembly;
WebAssembly.Instance = function (module, imports) {
  const instance = new Instance(module, imports);
  memories.push(instance.exports.memory);
  return instance;
};
const { makeCalls } = await import("./soak-calls.mjs");

if (isMainThread) {
  test(`${calls} mixed calls are answered alike, in memory that stays flat`, (context) => {
    makeCalls(Math.ceil(calls / 50));
    const before = memory();
    makeCalls(calls, 7);
    const after = memory();
    context.diagnostic(`wasm ${shown(before.wasm)} → ${shown(after.wasm)}, heap ${shown(before.heap)} → ${shown(after.heap)}, instances ${before.instances} → ${after.instances}`);
    assert.equal(after.wasm, before.wasm);
    assert.equal(after.instances, before.instances);
    assert.ok(after.heap - before.heap < FLAT, `the heap grew by ${after.heap - before.heap} bytes`);
  });

  test(`${WORKERS} workers at once are each answered alike`, async () => {
    const run = () =>
      new Promise((resolve, reject) => {
        const worker = new Worker(new URL(import.meta.url), { argv: ["--calls", String(Math.ceil(calls / 20))] });
        worker.once("error", reject);
        worker.once("exit", resolve);
      });
    assert.deepEqual(await Promise.all(Array.from({ length: WORKERS }, run)), Array(WORKERS).fill(0));
  });
} else {
  makeCalls(calls, 11);
}

function memory() {
  collectGarbage();
  return { wasm: memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0), heap: process.memoryUsage().heapUsed, instances: memories.length };
}

function shown(bytes) {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}
