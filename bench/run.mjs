// npm run bench                             everything, in Node and Chromium, into bench/results.md; about ten minutes
// npm run bench -- --only bytes --quick     one suite, printed only; within half a minute

import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { main } from "../scripts/lib/command.mjs";
import { setUp } from "../scripts/set-up.mjs";
import { bytesTable } from "./tables.mjs";

const QUICK = { rounds: 7, atLeast: 40, orders: 1000 };
const FULL = { rounds: 15, atLeast: 80, orders: 2000 };

const { values: wanted } = parseArgs({ options: { only: { type: "string" }, quick: { type: "boolean", default: false } } });

await main(async () => {
  await setUp();
  const { build } = await import("../scripts/build/all.mjs");
  await build();
  setFlagsFromString("--expose-gc");
  globalThis.gc = runInNewContext("gc");
  const { loadOurs } = await import("./ours.mjs");
  const ours = await loadOurs();
  const { bytesSuite } = await import("./suites/bytes.mjs");
  const effort = wanted.quick ? QUICK : FULL;
  console.log(bytesTable(bytesSuite(ours, [], effort)));
  if (!ours.validateBatch) console.log("\npayscore has no validateBatch yet.");
});
