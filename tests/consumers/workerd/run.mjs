import assert from "node:assert/strict";
import { copyFileSync } from "node:fs";
import { build } from "esbuild";
import { Miniflare } from "miniflare";
import { created } from "../common/order.mjs";

// As Wrangler bundles: a .wasm file stays outside, and workerd compiles it.
await build({
  entryPoints: ["worker.js", "api.js"],
  bundle: true,
  format: "esm",
  conditions: ["workerd", "worker", "browser"],
  external: ["*.wasm"],
  outdir: "out",
  logLevel: "warning",
});
copyFileSync("node_modules/payscore/payscore.wasm", "out/payscore.wasm");

await withWorker("worker.js", async (ask) => assert.equal(await (await ask()).text(), "payscore works"));

await withWorker("api.js", async (ask) => {
  const { out_order_no, appid, service_id } = created;
  const order = { out_order_no, appid, service_id, post_payments: [{ name: "租金", amount: 2990 }], total_amount: 2990, time_range: { end_time: "20260120100000" } };
  const post = (order) => ask({ method: "POST", body: JSON.stringify({ order, created }) });
  assert.equal((await post(order)).status, 200);
  const refused = await post({ ...order, total_amount: 3990 });
  assert.equal(refused.status, 422);
  assert.deepEqual((await refused.json()).issues.map(({ code }) => code), ["total_mismatch", "exceeds_risk_fund"]);
});

async function withWorker(file, act) {
  const worker = new Miniflare({ modules: true, scriptPath: `out/${file}`, modulesRules: [{ type: "CompiledWasm", include: ["**/*.wasm"] }] });
  try {
    await act((request) => worker.dispatchFetch("http://localhost/", request));
  } finally {
    await worker.dispose();
  }
}
