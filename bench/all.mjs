import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { bundleSuites, preparePeers } from "./build.mjs";
import { tables } from "./tables.mjs";

export async function measureAll(only, effort) {
  await preparePeers();
  const node = await inNode(only, effort);
  for (const suite of only) console.log(`\n${suite}\n${tables[suite](node[suite])}`);
}

async function inNode(only, effort) {
  setFlagsFromString("--expose-gc");
  globalThis.gc = runInNewContext("gc");
  const { suites } = await import(pathToFileURL(await bundleSuites("esm")).href);
  return Object.fromEntries(only.map((suite) => [suite, suites[suite](effort)]));
}
