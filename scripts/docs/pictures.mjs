import { writeFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { browserLaunch } from "../page/browser.mjs";
import { buildPage } from "../page/build.mjs";
import { servePage } from "../page/serve.mjs";
import { inDocs } from "./install.mjs";

const WIDTH = 1360;
const HEIGHT = 980;
const QUALITY = 80;
/** In yuan; the order's deposit is 500. */
const ABOVE_THE_DEPOSIT = "520.00";

const shown = [
  { file: "desk.webp", locale: "zh-CN", industry: "酒店行业", broken: "有错" },
  { file: "desk.en.webp", locale: "en", industry: "Hotel", broken: "Broken" },
];

/** Takes the README's pictures: the desk in Chromium with an order that has issues, in both languages. */
export async function takePictures() {
  await buildPage();
  const { url, close } = await servePage();
  const browser = await chromium.launch(await browserLaunch());
  try {
    for (const picture of shown) await take(browser, url, picture);
  } finally {
    await browser.close();
    close();
  }
}

async function take(browser, url, { file, locale, industry, broken }) {
  const context = await browser.newContext({ locale, timezoneId: "Asia/Shanghai", colorScheme: "light", viewport: { width: WIDTH, height: HEIGHT }, deviceScaleFactor: 1.5 });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator(".samples .el-select").click();
  await page.getByRole("option", { name: industry, exact: true }).click();
  await page.locator(".samples").getByText(broken, { exact: true }).click();
  await page.locator("[data-test=issues] li").first().waitFor();
  await page.locator('[id="field.post_payments.0.amount"]').fill(ABOVE_THE_DEPOSIT);
  await page.locator('[id="field.post_payments.0.amount"]').blur();
  await page.mouse.move(0, 0);
  await page.waitForTimeout(500);
  const session = await context.newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: QUALITY });
  writeFileSync(inDocs("public", file), Buffer.from(data, "base64"));
  await context.close();
}
