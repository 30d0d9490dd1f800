import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";

const types = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm", ".css": "text/css" };

/** Waits for a page to report its outcome in its title. */
export function titleOf(page, options) {
  return inPage(page, options, async (tab) => {
    await tab.waitForFunction(() => document.title !== "");
    return await tab.title();
  });
}

/** Serves the folder of consumers and does something in one of its pages. What that asks for goes into `requests`. */
export async function inPage(page, { policy, requests } = {}, act) {
  const server = createServer((request, response) => answer(request, response, policy));
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  try {
    return await openPage(`http://127.0.0.1:${server.address().port}/${page}`, act, requests);
  } finally {
    server.close();
  }
}

export async function openPage(address, act, requests) {
  const browser = await chromium.launch(JSON.parse(process.env.CONSUMER_BROWSER));
  try {
    const tab = await browser.newPage({ timezoneId: "Asia/Shanghai" });
    tab.setDefaultTimeout(20_000);
    tab.on("pageerror", (error) => console.error(error));
    tab.on("request", (request) => requests?.push(new URL(request.url()).pathname));
    tab.on("console", (message) => console.log(message.text()));
    await tab.goto(address);
    return await act(tab);
  } finally {
    await browser.close();
  }
}

function answer({ url }, response, policy) {
  const path = new URL(url, "http://local").pathname;
  try {
    const content = readFileSync(join(import.meta.dirname, "..", path));
    if (policy) response.setHeader("content-security-policy", policy);
    response.setHeader("content-type", `${types[extname(path)] ?? "application/octet-stream"}; charset=utf-8`);
    response.end(content);
  } catch {
    response.writeHead(404).end();
  }
}
