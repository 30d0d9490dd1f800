// npm run bench                             everything, in Node and Chromium, into bench/results.md; about ten minutes
// npm run bench -- --only bytes --quick     one suite in Node, few rounds, printed only; half a minute

import { parseArgs } from "node:util";
import { main, Problem } from "../scripts/lib/command.mjs";
import { setUp } from "../scripts/set-up.mjs";

const QUICK = { quick: true, rounds: 11, atLeast: 20, orders: 1000 };
const FULL = { quick: false, rounds: 21, atLeast: 30, orders: 2000 };
const SUITES = ["bytes", "objects", "edit", "pollution", "start", "sizes"];

await main(async () => {
  const { only, quick } = options();
  await setUp();
  const { build } = await import("../scripts/build/all.mjs");
  await build();
  const { measureAll } = await import("./all.mjs");
  await measureAll(only, quick ? QUICK : FULL, only.length === SUITES.length);
});

function options() {
  const { values } = parseArgs({ options: { only: { type: "string" }, quick: { type: "boolean", default: false } } });
  const only = values.only?.split(",") ?? SUITES;
  const wrong = only.find((suite) => !SUITES.includes(suite));
  if (wrong !== undefined) throw new Problem(`--only ${wrong}: there are ${SUITES.join(", ")}`);
  return { only, quick: values.quick };
}
