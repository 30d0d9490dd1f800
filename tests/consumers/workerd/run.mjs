import assert from "node:assert/strict";
import { copyFileSync } from "node:fs";
import { build } from "esbuild";
import { Miniflare } from "miniflare";

// As Wrangler bundles: a .wasm file stays outside, and workerd compiles it.
await build({
  entryPoints: ["worker.js"],
  bundle: true,
  format: "esm",
  conditions: ["workerd", "worker", "browser"],
  external: ["*.wasm"],
  outfile: "out/worker.js",
  logLevel: "warning",
});
copyFileSync("node_modules/payscore/payscore.wasm", "out/payscore.wasm");

const worker = new Miniflare({
  modules: true,
  scriptPath: "out/worker.js",
  modulesRules: [{ type: "CompiledWasm", include: ["**/*.wasm"] }],
});
try {
  const response = await worker.dispatchFetch("http://localhost/");
  assert.equal(await response.text(), "payscore works");
} finally {
  await worker.dispose();
}
