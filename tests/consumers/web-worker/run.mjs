import assert from "node:assert/strict";
import { build } from "esbuild";
import { inPage, titleOf } from "../common/in-browser.mjs";

assert.equal(await titleOf("web-worker/index.html"), "payscore works");

await build({ entryPoints: ["check-file.js"], bundle: true, format: "esm", outfile: "out/check-file.js", logLevel: "warning" });

const order = { out_order_no: "A1", appid: "wx1", service_id: "2002000000000558128851361561536", post_payments: [{ name: "租金", amount: 100 }], total_amount: 100 };
const lines = [order, { ...order, total_amount: 99 }].map((order) => JSON.stringify(order)).join("\n");
await inPage("web-worker/file.html", {}, async (tab) => {
  await tab.getByLabel("订单文件").setInputFiles({ name: "orders.ndjson", mimeType: "application/x-ndjson", buffer: Buffer.from(lines) });
  await tab.waitForFunction(() => document.title !== "");
  assert.equal(await tab.title(), "1 of 2 invalid");
});
