import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";

const types = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm", ".css": "text/css" };

/** Serves the folder of consumers and waits for the page to say in its title how it went. What it asks for goes into `requests`. */
export async function titleOf(page, { policy, requests } = {}) {
  const server = createServer((request, response) => answer(request, response, policy));
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const browser = await chromium.launch(JSON.parse(process.env.CONSUMER_BROWSER));
  try {
    const tab = await browser.newPage();
    tab.on("pageerror", (error) => console.error(error));
    tab.on("request", (request) => requests?.push(new URL(request.url()).pathname));
    tab.on("console", (message) => console.log(message.text()));
    await tab.goto(`http://127.0.0.1:${server.address().port}/${page}`);
    await tab.waitForFunction(() => document.title !== "", undefined, { timeout: 20_000 });
    return await tab.title();
  } finally {
    await browser.close();
    server.close();
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
