import { chromium } from "playwright-core";
import { browserLaunch } from "../page/browser.mjs";
import { Skip } from "./runner.mjs";

/** Skips if there is no browser, or none that starts. */
export async function requireBrowser() {
  try {
    const browser = await chromium.launch(await browserLaunch());
    console.log(`Chromium ${browser.version()}`);
    await browser.close();
  } catch (error) {
    throw new Skip(`no browser for the page's tests: ${error.message.split("\n", 1)[0]}`);
  }
}
