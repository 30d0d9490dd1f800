import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { build } from "esbuild";
import { compileScript, parse } from "vue/compiler-sfc";
import { inPage } from "../common/in-browser.mjs";
import { created } from "../common/order.mjs";

const mounts = {
  "antd.jsx": reactMount,
  "react-hook-form.jsx": reactMount,
  "ElementPlus.vue": (file) => `
    import { createApp } from "vue";
    import Form from ${JSON.stringify(file)};
    createApp(Form, { created, onRequest }).mount("#app");`,
};

for (const [file, mount] of Object.entries(mounts)) {
  test(`${file}: a person is told what is wrong, mends it, and the request is handed over`, { skip: process.env.CONSUMER_NO_BROWSER }, async () => {
    const page = await bundled(file, mount(`./recipes/${file}`));
    await inPage(page, {}, async (tab) => {
      const submit = tab.getByRole("button", { name: "完结订单" });
      await tab.getByLabel("付费项目").fill("租金");
      await tab.getByLabel("金额（元）").fill("29.999");
      await tab.getByLabel("结束时间").fill("2026-01-20 10:00:00");
      await tab.getByLabel("结束时间").press("Enter");
      await submit.click();
      await tab.getByText("付费项目第 1 项的金额无法换算为分").first().waitFor();
      await tab.getByLabel("金额（元）").fill("39.90");
      await submit.click();
      await tab.getByText("总金额为 39.90 元（3990 分），超过订单的风险金额 30.00 元").first().waitFor();
      assert.equal(await tab.title(), "");
      await tab.getByLabel("金额（元）").fill("29.90");
      await submit.click();
      await tab.waitForFunction(() => document.title !== "");
      const body = JSON.parse(await tab.title());
      assert.deepEqual([body.total_amount, body.time_range.end_time], [2990, "20260120100000"]);
    });
  });
}

function reactMount(file) {
  return `
    import { createElement } from "react";
    import { createRoot } from "react-dom/client";
    import { CompletionForm } from ${JSON.stringify(file)};
    createRoot(document.getElementById("app")).render(createElement(CompletionForm, { created, onRequest }));`;
}

async function bundled(file, mount) {
  const handedOver = `const created = ${JSON.stringify(created)}; const onRequest = ({ bodyText }) => (document.title = bodyText);`;
  await build({
    stdin: { contents: `${handedOver}\n${mount}`, resolveDir: "." },
    bundle: true,
    format: "esm",
    jsx: "automatic",
    plugins: [singleFileComponents],
    outfile: `out/recipe-${file}.js`,
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
  writeFileSync(`out/recipe-${file}.html`, `<!doctype html><meta charset="utf-8"><div id="app"></div><script type="module" src="recipe-${file}.js"></script>`);
  return `forms/out/recipe-${file}.html`;
}

const singleFileComponents = {
  name: "single-file-components",
  setup({ onLoad }) {
    onLoad({ filter: /\.vue$/ }, ({ path }) => {
      const { descriptor } = parse(readFileSync(path, "utf8"), { filename: path });
      return { contents: compileScript(descriptor, { id: path, inlineTemplate: true }).content, loader: "ts" };
    });
  },
};
