// The suites inside a real Chromium.

import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { browserLaunch } from "../scripts/page/browser.mjs";

// The clock of a page that is isolated from other origins ticks every 5 µs, otherwise every 100 µs.
const PAGE = {
  contentType: "text/html",
  headers: { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" },
  body: "<!doctype html><title>bench</title>",
};
const URL = "http://localhost/";

/** @param {string} file the script that defines `bench` */
export async function inChromium(file, only, effort) {
  const launch = await browserLaunch();
  const browser = await chromium.launch({ ...launch, args: [...launch.args, "--js-flags=--expose-gc"] });
  try {
    const page = await browser.newPage();
    await page.route(URL, (route) => route.fulfill(PAGE));
    await page.goto(URL);
    await page.addScriptTag({ content: readFileSync(file, "utf8") });
    const results = {};
    for (const suite of only) results[suite] = await page.evaluate(([name, given]) => bench.suites[name](given), [suite, effort]);
    return { version: browser.version(), results };
  } finally {
    await browser.close();
  }
}
