import { after, before } from "node:test";
import { chromium, selectors } from "playwright-core";
import { browserLaunch } from "../../scripts/page/browser.mjs";
import { servePage } from "../../scripts/page/serve.mjs";

let browser;
let server;

selectors.setTestIdAttribute("data-test");

/** Starts one browser and one server for a test file. */
export function withBrowser() {
  before(async () => {
    server = await servePage();
    browser = await chromium.launch(await browserLaunch());
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });
}

/** Opens the page as a visitor would, and records anything that it should not do. */
export async function visit({ path = "", language = "zh-CN", theme = "light", width = 1440, height = 900, zone = "Asia/Shanghai", touch = false } = {}) {
  const context = await browser.newContext({
    locale: language,
    colorScheme: theme,
    reducedMotion: "reduce",
    timezoneId: zone,
    viewport: { width, height },
    hasTouch: touch,
    isMobile: touch,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  // Long enough for a busy machine: a test waits this long only where it fails.
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const faults = [];
  await page.addInitScript(() => {
    globalThis.policyViolations = [];
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) => {
      globalThis.policyViolations.push(`${violatedDirective} ${blockedURI} ${sourceFile}`);
    });
  });
  page.on("pageerror", (error) => faults.push(error.stack));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("request", (request) => {
    if (!request.url().startsWith(server.url) && !request.url().startsWith("blob:")) faults.push(`request to ${request.url()}`);
  });
  await page.goto(server.url + path);
  return { page, context, faults, violations: () => page.evaluate(() => globalThis.policyViolations), address: server.url };
}

/** Loads one of the samples through the page's own controls. */
export async function chooseSample(page, name, { mode, kind } = {}) {
  await page.locator(".samples .el-select").click();
  await page.getByRole("option", { name, exact: true }).click();
  if (mode) await page.locator(".samples").getByText(mode, { exact: true }).click();
  if (kind) await page.locator(".samples").getByText(kind, { exact: true }).click();
}

export const field = (page, pointer) => page.locator(`[id="field${pointer.replaceAll("/", ".")}"]`);

export const messageAt = (page, pointer) => page.locator(`[id="field${pointer.replaceAll("/", ".")}.issues"]`);

export const copied = (page) => page.evaluate(() => navigator.clipboard.readText());
