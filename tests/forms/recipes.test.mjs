import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { build } from "esbuild";
import { buildCompleteRequest } from "payscore";
import { compileScript, parse } from "vue/compiler-sfc";
import { inPage } from "../common/in-browser.mjs";
import { created } from "../common/order.mjs";

const recipes = [
  { file: "antd.jsx", mount: reactMount },
  { file: "antd.jsx", version: 5, mount: reactMount, alias: { antd: "antd-5" } },
  { file: "plain-react.jsx", mount: reactMount },
  { file: "react-hook-form.jsx", mount: reactMount, isMarkedOnSubmit: true },
  { file: "ElementPlus.vue", mount: vueMount },
  { file: "PlainVue.vue", mount: vueMount },
];

const told = (amount, pointer) => {
  const { issues } = buildCompleteRequest({ post_payments: [{ name: "租金", amount }] }, { created, amountUnit: "yuan" });
  return issues.find((issue) => issue.pointer === pointer);
};
const atField = ({ brief, message }) => brief ?? message;
const notMoney = atField(told("29.999", "/post_payments/0/amount"));
const noEnd = atField(told("39.90", "/time_range/end_time"));
const overCap = told("39.90", "/total_amount").message;

for (const { file, version = "", mount, alias, isMarkedOnSubmit } of recipes) {
  const name = `${file}${version}`;
  test(`${name}: a person is told what is wrong, mends it, and the request is handed over`, { skip: process.env.CONSUMER_NO_BROWSER }, async () => {
    const page = await bundled(name, mount(`./recipes/${file}`), alias);
    await inPage(page, {}, async (tab) => {
      const submit = tab.getByRole("button", { name: "完结订单" });
      const amount = tab.getByLabel("金额（元）");
      const endTime = tab.getByLabel("结束时间");
      const isShown = (text) => tab.getByText(text).first().isVisible();
      await tab.getByLabel("付费项目").fill("租金");
      await amount.fill("29.999");
      assert.equal(await isShown(notMoney), false, "marked while it is typed");
      await amount.blur();
      if (isMarkedOnSubmit) await submit.click();
      await tab.getByText(notMoney).first().waitFor();
      if (!isMarkedOnSubmit) assert.equal(await isShown(noEnd), false, "marked before it was reached");

      await amount.fill("39.90");
      await tab.getByText(notMoney).waitFor({ state: "detached" });
      await submit.click();
      await tab.getByText(noEnd).first().waitFor();
      await tab.getByText(overCap).first().waitFor();
      assert.equal(await tab.getByText(overCap).count(), 1, "told once");

      await endTime.fill("2026-01-20 10:00:00");
      await endTime.press("Enter");
      await submit.click();
      assert.equal(await tab.title(), "");
      await amount.fill("29.90");
      await submit.click();
      await tab.waitForFunction(() => document.title !== "");
      const body = JSON.parse(await tab.title());
      assert.deepEqual([body.total_amount, body.time_range.end_time], [2990, "20260120100000"]);
      assert.equal(await isShown(overCap), false);
    });
  });
}

function vueMount(file) {
  return `
    import { createApp } from "vue";
    import Form from ${JSON.stringify(file)};
    createApp(Form, { created, onRequest }).mount("#app");`;
}

function reactMount(file) {
  return `
    import { StrictMode, createElement } from "react";
    import { createRoot } from "react-dom/client";
    import { CompletionForm } from ${JSON.stringify(file)};
    createRoot(document.getElementById("app")).render(createElement(StrictMode, null, createElement(CompletionForm, { created, onRequest })));`;
}

async function bundled(name, mount, alias) {
  const handedOver = `const created = ${JSON.stringify(created)}; const onRequest = ({ bodyText }) => (document.title = bodyText);`;
  await build({
    stdin: { contents: `${handedOver}\n${mount}`, resolveDir: "." },
    bundle: true,
    format: "esm",
    jsx: "automatic",
    plugins: [singleFileComponents],
    alias,
    outfile: `out/recipe-${name}.js`,
    define: { "process.env.NODE_ENV": '"development"' },
    logLevel: "error",
  });
  writeFileSync(`out/recipe-${name}.html`, `<!doctype html><meta charset="utf-8"><div id="app"></div><script type="module" src="recipe-${name}.js"></script>`);
  return `forms/out/recipe-${name}.html`;
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
