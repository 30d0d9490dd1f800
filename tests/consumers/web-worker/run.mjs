import assert from "node:assert/strict";
import { build } from "esbuild";
import { inPage, titleOf } from "../common/in-browser.mjs";
import { workbook } from "../../../tests/cli/workbook.mjs";

assert.equal(await titleOf("web-worker/index.html"), "payscore works");

await build({ entryPoints: ["check-file.js", "check-table.js"], bundle: true, format: "esm", outdir: "out", logLevel: "warning" });

async function check(page, name, buffer) {
  return inPage(`web-worker/${page}`, {}, async (tab) => {
    await tab.getByLabel("订单文件").setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(buffer) });
    await tab.waitForFunction(() => document.title !== "");
    return tab.title();
  });
}

const order = { out_order_no: "A1", appid: "wx1", service_id: "2002000000000558128851361561536", post_payments: [{ name: "租金", amount: 100 }], total_amount: 100 };
const lines = [order, { ...order, total_amount: 99 }].map((order) => JSON.stringify(order)).join("\n");
assert.equal(await check("file.html", "orders.ndjson", lines), "1 of 2 invalid");

const header = ["订单号", "appid", "服务ID", "名称", "金额（元）"];
const rows = Array.from({ length: 5000 }, (_, at) => [`A${at}`, "wx1", "2002000000000558128851361561536", "租金", at === 4000 ? "0.001" : "1.00"]);
assert.equal(await check("table.html", "orders.csv", [header, ...rows].map((row) => row.join(",")).join("\n")), "1 of 5000 invalid");
assert.equal(await check("table.html", "orders.xlsx", workbook([header, ...rows])), "1 of 5000 invalid");
