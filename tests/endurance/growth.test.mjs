// Time and memory grow no faster than the input, whatever its shape. What is compared is a ratio, never a time.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Worker } from "node:worker_threads";
import { shapes } from "./shapes.mjs";

const FACTOR = 4;
/** Four times the input may cost up to eight times as much; quadratic code would cost sixteen times as much. */
const MOST_TIME = 2 * FACTOR;
const MOST_MEMORY = 2 * FACTOR;
const TRIES = 4;

for (const name of Object.keys(shapes)) {
  test(name, async (context) => {
    let growth;
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      growth = await measured({ name, factor: FACTOR, runs: 2 + attempt });
      if (growth.time < MOST_TIME && growth.memory < MOST_MEMORY) break;
    }
    const { time, memory, milliseconds, megabytes } = growth;
    context.diagnostic(`×${FACTOR}: time ×${time.toFixed(1)}, to ${milliseconds.toFixed(0)} ms; memory ×${memory.toFixed(1)}, to ${megabytes.toFixed(0)} MB`);
    assert.ok(time < MOST_TIME, `time grows ×${time.toFixed(1)}`);
    assert.ok(memory < MOST_MEMORY, `memory grows ×${memory.toFixed(1)}`);
  });
}

function measured(workerData) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./growth-worker.mjs", import.meta.url), { workerData });
    const tooLong = setTimeout(() => {
      reject(new Error("a minute was not enough"));
      worker.terminate();
    }, 60_000);
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => clearTimeout(tooLong));
  });
}
