// Measures one shape at a size and at a multiple of it, in an instance of its own.

import { parentPort, workerData } from "node:worker_threads";

const memories = [];
const { Instance } = WebAssembly;
WebAssembly.Instance = function (module, imports) {
  const instance = new Instance(module, imports);
  memories.push(instance.exports.memory);
  return instance;
};
const { shapes } = await import("./shapes.mjs");
const { name, factor, runs } = workerData;
const [n, make] = shapes[name];
const wasmBytes = () => memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);

/** The shortest of several runs: anything else the machine does can only add to it. */
async function cost(call) {
  let least = Infinity;
  for (let run = 0; run < runs; run += 1) {
    const before = process.cpuUsage();
    await call();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, user + system);
  }
  return least;
}

const small = make(n);
await small();
const smallCost = await cost(small);
const smallMemory = wasmBytes();
const large = make(n * factor);
const largeCost = await cost(large);
parentPort.postMessage({ time: largeCost / smallCost, memory: wasmBytes() / smallMemory, milliseconds: largeCost / 1000, megabytes: wasmBytes() / 2 ** 20 });
