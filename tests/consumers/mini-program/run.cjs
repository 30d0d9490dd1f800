// A mini-program as people who tried real devices describe it: no WebAssembly, no TextDecoder, no document, and modules of its
// own. It is not a device; what a device adds or lacks beyond that is not seen here.
const assert = require("node:assert/strict");
const { copyFileSync, mkdirSync, readFileSync } = require("node:fs");
const { dirname, join } = require("node:path");
const vm = require("node:vm");

const root = join(__dirname, "miniprogram");
const payscore = dirname(require.resolve("payscore/package.json"));
mkdirSync(join(root, "lib"), { recursive: true });
for (const [from, to] of [
  ["slim/index.cjs", "payscore-slim.js"],
  ["payscore.wasm", "payscore.wasm"],
  ["values.cjs", "payscore-values.js"],
]) {
  copyFileSync(join(payscore, from), join(root, "lib", to));
}

let tries = 0;
let page;
const globalData = { created: { out_order_no: "1", appid: "wx1", service_id: "2002000000000558128851361561536", state: "DOING", state_description: "USER_CONFIRM", risk_fund: { name: "DEPOSIT", amount: 3000 }, time_range: { start_time: "20260120090000" } } };
const world = vm.createContext({
  console,
  getApp: () => ({ globalData }),
  Page: (options) => (page = { ...options, data: { ...options.data }, setData: (data) => Object.assign(page.data, data) }),
  WXWebAssembly: {
    async instantiate(path, imports) {
      assert.match(path, /^\/.*\.wasm$/, "a path within the program");
      tries += 1;
      if (tries === 1) throw new Error("not yet");
      return WebAssembly.instantiate(readFileSync(join(root, path)), imports);
    },
  },
});
vm.runInContext("delete globalThis.WebAssembly", world);

const modules = new Map();
function load(file) {
  if (!modules.has(file)) {
    const module = { exports: {} };
    modules.set(file, module);
    const run = vm.runInContext(`(function (require, module, exports) {${readFileSync(file, "utf8")}\n})`, world, { filename: file });
    run((path) => load(join(dirname(file), path)), module, module.exports);
  }
  return modules.get(file).exports;
}

(async () => {
  load(join(root, "pages/complete.js"));
  page.onAmount({ detail: { value: "39.90" } });
  await assert.rejects(page.check(), /not yet/);
  await page.check();
  assert.equal(page.data.total, "39.90");
  assert.match(page.data.messages.join(), /总金额为 39\.90 元（3990 分），超过订单的风险金额 30\.00 元/);
  page.onAmount({ detail: { value: "29.90" } });
  await page.check();
  assert.deepEqual([page.data.total, page.data.messages.length, tries], ["29.90", 0, 2]);
})();
