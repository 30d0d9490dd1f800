import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { bundleEntries, bundleSuites, preparePeers } from "./build.mjs";
import { inChromium } from "./chromium.mjs";
import { writeResults } from "./results.mjs";
import { measureSizes } from "./suites/sizes.mjs";
import { measureStart } from "./suites/start.mjs";
import { tables } from "./tables.mjs";

/** The suites that run inside an engine, in both of them. The one that deoptimises the engine for the others comes last. */
const IN_ENGINE = ["bytes", "objects", "edit", "pollution"];

export async function measureAll(suites, effort, areAll) {
  await preparePeers();
  const inEngine = suites.filter((suite) => IN_ENGINE.includes(suite));
  const results = { node: await inNode(inEngine, effort), ...(await ofEntries(suites, effort)) };
  for (const suite of suites) console.log(`\n${suite}\n${tables[suite](results.node[suite] ?? results[suite])}`);
  if (effort.quick) return;
  const chromium = await inChromium(await bundleSuites("iife"), inEngine, effort);
  for (const suite of inEngine) console.log(`\n${suite}, Chromium ${chromium.version}\n${tables[suite](chromium.results[suite])}`);
  if (areAll) writeResults({ ...results, chromium });
}

async function inNode(suites, effort) {
  if (suites.length === 0) return {};
  setFlagsFromString("--expose-gc");
  globalThis.gc = runInNewContext("gc");
  const { suites: measure } = await import(pathToFileURL(await bundleSuites("esm")).href);
  return Object.fromEntries(suites.map((suite) => [suite, measure[suite](effort)]));
}

async function ofEntries(suites, effort) {
  if (!suites.includes("start") && !suites.includes("sizes")) return {};
  const files = await bundleEntries();
  const { "an empty module": _, ...contestants } = files;
  return {
    ...(suites.includes("start") && { start: measureStart(files, effort) }),
    ...(suites.includes("sizes") && { sizes: measureSizes(contestants) }),
  };
}
