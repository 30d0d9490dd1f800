const assert = require("node:assert/strict");
const { writeFileSync } = require("node:fs");
const webpack = require("webpack");

webpack(require("./webpack.config.js"), async (failure, stats) => {
  if (failure || stats.hasErrors()) throw failure || new Error(stats.toString({ all: false, errors: true }));
  writeFileSync("out/index.html", '<!doctype html><meta charset="utf-8"><div id="app"></div><script src="main.js"></script>');
  const { inPage } = await import("../common/in-browser.mjs");
  await inPage("ruoyi/out/index.html", {}, async (tab) => {
    await tab.getByPlaceholder("请输入付费项目").fill("租金");
    await tab.getByPlaceholder("请输入金额").fill("39.90");
    await tab.getByRole("button", { name: "完结订单" }).click();
    await tab.getByText("创建订单时没有填写服务结束时间").waitFor();
    await tab.getByText("超过订单的风险金额 30.00 元").waitFor();
    await tab.getByPlaceholder("请输入金额").fill("29.90");
    await tab.getByPlaceholder("请选择结束时间").fill("2026-01-20 10:00:00");
    await tab.getByPlaceholder("请选择结束时间").press("Enter");
    await tab.getByRole("button", { name: "完结订单" }).click();
    await tab.waitForFunction(() => document.title !== "");
    const body = JSON.parse(await tab.title());
    assert.deepEqual([body.total_amount, body.time_range.end_time], [2990, "20260120100000"]);
  });
});
