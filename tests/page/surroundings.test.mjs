import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { contentSecurityPolicy } from "../../www/content-security-policy.mjs";
import { servePage } from "../../scripts/page/serve.mjs";
import { pageBudget } from "../../scripts/page/sizes.mjs";
import { assertAccessible } from "./accessible.mjs";
import { inGb18030 } from "../cli/gb18030.mjs";
import { chooseSample, field, messageAt, visit, withBrowser } from "./desk.mjs";

const screenshots = fileURLToPath(new URL("../../target/screenshots/", import.meta.url));
mkdirSync(screenshots, { recursive: true });

withBrowser();

const widths = { phone: [390, 844], laptop: [1440, 900], wide: [1920, 1080] };

for (const [name, [width, height]] of Object.entries(widths)) {
  test(`accessible, and kept as a picture: ${name}`, async () => {
    for (const [language, theme] of [["zh-CN", "light"], ["en", "dark"]]) {
      const { page, faults, violations } = await visit({ width, height, language, theme });
      const english = language === "en";
      await chooseSample(page, english ? "Hotel" : "酒店行业", { kind: english ? "Broken" : "有错" });
      await page.screenshot({ path: `${screenshots}${name}-${theme}-broken.png`, fullPage: true });
      await assertAccessible(page, `${name} broken`);
      await page.locator(".samples").getByText(english ? "Good" : "正确", { exact: true }).click();
      await page.screenshot({ path: `${screenshots}${name}-${theme}-good.png`, fullPage: true });
      await assertAccessible(page, `${name} good`);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${overflow} pixels too wide`);
      assert.deepEqual([faults, await violations()], [[], []]);
      await page.context().close();
    }
  });
}

test("readable at 200 %: nothing is cut off sideways, by the browser's zoom or by larger letters", async () => {
  // Zooming 1280 pixels to 200 % leaves 640.
  for (const [what, visitor, letters] of [["zoomed", { width: 640, height: 450 }, "100%"], ["large-letters", { width: 900, height: 900 }, "200%"]]) {
    const { page } = await visit(visitor);
    await page.evaluate((size) => (document.documentElement.style.fontSize = size), letters);
    await chooseSample(page, "汽车租赁");
    await page.screenshot({ path: `${screenshots}${what}.png`, fullPage: true });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${what}: ${overflow} pixels too wide`);
    await page.context().close();
  }
});

test("the policy stands in the header and in the page, and stops a request to elsewhere", async () => {
  const { page, violations, address } = await visit();
  const response = await page.request.get(address);
  const policy = contentSecurityPolicy("index.html");
  assert.equal(response.headers()["content-security-policy"], policy);
  assert.equal(await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content"), policy);
  assert.match(policy, /default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'/);
  assert.match(await page.locator("footer").textContent(), /不会离开您的浏览器/);
  const outcome = await page.evaluate(() => fetch("https://example.com/").then(() => "sent", () => "stopped"));
  assert.equal(outcome, "stopped");
  assert.equal((await violations()).length > 0, true);
  await page.context().close();
});

test("a port that is taken gives way to a free one, and nothing outside the page is served", async () => {
  const first = await servePage();
  const second = await servePage(Number(new URL(first.url).port));
  assert.notEqual(second.url, first.url);
  assert.equal((await fetch(`${second.url}antd.html`)).status, 200);
  for (const path of ["..%2f..%2fpackage.json", "%2e%2e/%2e%2e/package.json", "missing.js", "%"]) {
    assert.equal((await fetch(second.url + path)).status, 404, path);
  }
  first.close();
  second.close();
});

test("the first load stays within its budget", async () => {
  const { page } = await visit();
  const { gzipSync } = await import("node:zlib");
  const names = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  let bytes = 0;
  for (const name of [page.url(), ...new Set(names)]) bytes += gzipSync(await (await page.request.get(name)).body()).length;
  console.log(`first load: ${bytes} bytes with gzip`);
  assert.ok(bytes <= pageBudget.firstLoad, `${bytes} bytes`);
  await page.context().close();
});

test("both languages, switched on the spot, messages included", async () => {
  const { page } = await visit({ language: "en" });
  assert.equal(await page.title(), "payscore completion desk");
  await chooseSample(page, "Hotel", { kind: "Broken" });
  const message = messageAt(page, "/post_discounts/1/name");
  assert.match(await message.textContent(), /same name|name/i);
  assert.doesNotMatch((await message.textContent()).replaceAll("会员优惠", ""), /\p{Script=Han}/u);
  await page.getByRole("button", { name: "中文" }).click();
  assert.match(await message.textContent(), /重复/);
  assert.equal(await page.locator("html").getAttribute("lang"), "zh-CN");
  await page.getByRole("button", { name: "深色" }).click();
  assert.match(await page.locator("html").getAttribute("class"), /dark/);
  await page.reload();
  assert.equal(await page.locator("html").getAttribute("lang"), "zh-CN");
  assert.match(await page.locator("html").getAttribute("class"), /dark/);
  await page.context().close();
});

test("a refusal of WeChat Pay is explained, and leads to its field", async () => {
  const { page, faults, violations } = await visit();
  await chooseSample(page, "酒店行业");
  await page.getByRole("button", { name: "错误应答" }).click();
  await page.getByLabel("应答").fill('HTTP/1.1 400\nRequest-Id: 08F78BB8A30610-0\n\n{"code":"PARAM_ERROR","message":"最终总金额计算非法","detail":{"field":"/total_amount"}}');
  assert.match(await page.getByTestId("explanation").textContent(), /总金额.*改正后再提交.*total_mismatch/s);
  await assertAccessible(page, "refusal");
  await page.screenshot({ path: `${screenshots}refusal.png`, fullPage: true });
  await page.getByRole("button", { name: "转到表单中的该字段" }).click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "field.total_amount");
  assert.deepEqual([faults, await violations()], [[], []]);
  await page.context().close();
});

test("a file of orders is checked in a worker: NDJSON, JSON, CSV in either encoding, a workbook", async () => {
  const { page, faults, violations } = await visit();
  await page.getByRole("button", { name: "检查文件" }).click();
  const good = { out_order_no: "A1", appid: "wx1", service_id: "2002000000000558128851361561536", post_payments: [{ name: "租金", amount: 100 }], total_amount: 100 };
  const bad = { ...good, out_order_no: "A2", total_amount: 99 };
  const cut = '{"out_order_no":"A3"';
  const give = (name, content) => page.locator(".zone input[type=file]").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(content) });
  const counts = page.getByTestId("counts");
  const countsOf = async (name) => {
    await counts.getByText(name).waitFor();
    return counts.textContent();
  };

  await give("orders.ndjson", `${JSON.stringify(good)}\r\n\r\n${JSON.stringify(bad)}\n${cut}\n`);
  await counts.getByText("共 3 条：2 条有错").waitFor();
  assert.deepEqual(await page.locator("tbody tr td:first-child").allTextContents(), ["3", "4"]);
  assert.match(await page.locator("tbody").textContent(), /A2.*total_mismatch.*invalid_json/s);
  assert.match(await page.getByTestId("tally").textContent(), /total_mismatch\s*× 1/);
  await page.getByTestId("tally").getByRole("button", { name: "invalid_json" }).click();
  assert.deepEqual(await page.locator("tbody tr td:first-child").allTextContents(), ["4"]);
  await page.getByTestId("tally").getByRole("button", { name: "invalid_json" }).click();
  await page.getByLabel("筛选").fill("A2");
  assert.equal(await page.locator("tbody tr").count(), 1);
  await assertAccessible(page, "file");
  await page.screenshot({ path: `${screenshots}file.png`, fullPage: true });
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "导出 CSV" }).click()]);
  assert.match(readFileSync(await download.path(), "utf8"), /^\uFEFFplace,out_order_no,.*\r\n3,A2,error,total_mismatch,/);

  await give("orders.json", JSON.stringify([good, bad], null, 2));
  assert.match(await countsOf("orders.json"), /共 2 条：1 条有错/);
  await give("one.json", JSON.stringify(bad, null, 2));
  assert.match(await countsOf("one.json"), /共 1 条：1 条有错/);
  await give("envelope.json", JSON.stringify({ code: 200, rows: [good] }));
  assert.match(await countsOf("envelope.json"), /共 1 条：1 条有错/);
  assert.match(await page.locator("tbody").textContent(), /请改传其中的 \/rows/);

  // The repository's own table, as it is and as Excel in China writes it.
  const table = readFileSync(new URL("../../examples/completions.csv", import.meta.url), "utf8");
  await give("completions.csv", table);
  assert.match(await countsOf("completions.csv"), /共 3 条：0 条有错/);
  await give("wrong.csv", table.replace(",103.50,", ",103.40,"));
  assert.match(await countsOf("wrong.csv"), /共 3 条：1 条有错/);
  assert.match(await page.locator("tbody").textContent(), /4\s*DINNER-20250601-0043.*total_mismatch/s);
  await give("gb.csv", inGb18030(`订单号,appid,service_id,项目名称,金额（元）\r\nD1,wx1,${good.service_id},餐费,0.001\r\nD2,wx1,${good.service_id},餐费,1\r\n`));
  assert.match(await countsOf("gb.csv"), /共 2 条：1 条有错/);
  await give("book.xlsx", readFileSync(new URL("../cli/workbooks/as-excel-writes.xlsx", import.meta.url)));
  assert.match(await countsOf("book.xlsx"), /共 \d+ 条/);
  await give("broken.xlsx", "PK\u0003\u0004 nothing");
  await page.getByRole("alert").getByText("文件无法读取").waitFor();

  // With the created orders, the caps apply.
  await page.locator("[data-test=created]").setInputFiles({ name: "created.ndjson", mimeType: "text/plain", buffer: Buffer.from(`${JSON.stringify({ out_order_no: "A1", appid: "wx1", state: "DOING", risk_fund: { name: "DEPOSIT", amount: 50 }, time_range: { end_time: "20261120" } })}\n${JSON.stringify({ out_order_no: "A9", appid: "wx1" })}\n`) });
  await give("capped.ndjson", `${JSON.stringify(good)}\n`);
  assert.match(await countsOf("capped.ndjson"), /共 1 条：1 条有错/);
  assert.match(await page.locator("tbody").textContent(), /exceeds_risk_fund/);
  await page.getByRole("button", { name: "清空" }).click();

  const many = Array.from({ length: 200_000 }, (_, index) => JSON.stringify(index % 10 ? good : bad)).join("\n");
  await give("many.ndjson", many);
  assert.match(await countsOf("many.ndjson"), /共 200000 条：20000 条有错/);
  console.log((await counts.textContent()).trim());
  const [header, ...rows] = table.trimEnd().split(/\r?\n/);
  const copies = Array.from({ length: 10_000 }, (_, copy) => rows.map((row) => row.replace("DINNER-", `D${copy}-`)).join("\n"));
  await give("many.csv", `${header}\n${copies.join("\n")}\n`);
  assert.match(await countsOf("many.csv"), /共 30000 条：0 条有错/);
  console.log((await counts.textContent()).trim());
  assert.deepEqual([faults, await violations()], [[], []]);
  await page.context().close();
});

test("the same form with React and antd", async () => {
  const { page, faults, violations } = await visit({ path: "antd.html" });
  const amount = page.getByRole("group", { name: "付费项目 1" }).getByLabel("金额（元）", { exact: true });
  const explained = page.locator(".ant-form-item-explain-error");
  const submit = page.getByRole("button", { name: "完结订单" });
  await amount.fill("4.005");
  assert.equal(await explained.count(), 0, "marked while it is typed");
  await amount.blur();
  await explained.filter({ hasText: "无法换算为分" }).waitFor();
  await amount.fill("600");
  await submit.click();
  await page.getByRole("alert").filter({ hasText: "超过订单的风险金额 500.00 元" }).waitFor();
  await page.screenshot({ path: `${screenshots}antd-refused.png`, fullPage: true });
  await amount.fill("4.35");
  await submit.click();
  await page.getByText('"total_amount":335').waitFor();
  await page.waitForFunction(() => document.querySelector(".ant-form-item-explain-error") === null);
  await page.screenshot({ path: `${screenshots}antd.png`, fullPage: true });
  await assertAccessible(page, "antd");
  assert.deepEqual([faults, await violations()], [[], []]);
  await page.context().close();
});

test("on a phone, whatever a finger touches is 44 px at least", async () => {
  const { page } = await visit({ width: 375, height: 800, touch: true });
  await chooseSample(page, "酒店行业");
  for (const name of ["完结订单", "其他请求", "错误应答", "检查文件"]) {
    await page.getByRole("button", { name, exact: true }).click();
    await page.locator("main h2:visible").first().waitFor();
    assert.deepEqual(await tooSmall(page), [], name);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 375, name);
  }
  await page.context().close();
});

test("on a tablet the heads of the items stand above their fields; on a phone findings have the width of the page", async () => {
  const tablet = await visit({ width: 768, height: 1000, touch: true });
  await chooseSample(tablet.page, "酒店行业");
  const lefts = (selector) => tablet.page.locator(selector).evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().left)));
  const items = tablet.page.locator(".items").first();
  assert.ok(await items.locator(".heads").isVisible());
  assert.deepEqual((await lefts(".items:first-of-type .heads span")).slice(1, 5), (await lefts(".items:first-of-type .item:first-child .el-input")).slice(0, 4));
  await tablet.page.context().close();

  const { page } = await visit({ width: 375, height: 800, touch: true });
  await page.getByRole("button", { name: "检查文件" }).click();
  await page.getByRole("button", { name: "试用一个示例文件" }).click();
  const { width } = await page.locator("tbody td p").first().boundingBox();
  assert.ok(width > 280, `${width}`);
  await page.context().close();
});

/** What can be touched and is smaller than that; a link to skip the bar is for keyboards alone. */
const tooSmall = (page) =>
  page.evaluate(() => {
    const targets = [...document.querySelectorAll("button, a:not(.skip), input, textarea, summary, [role=tab]")];
    const touched = targets.map((one) => one.closest(".el-select__wrapper, .el-input__wrapper, .el-radio-button, .el-switch") ?? one).filter((one) => one.checkVisibility());
    const boxes = touched.map((one) => [one.getBoundingClientRect(), one]).filter(([{ width }]) => width > 0);
    return boxes.filter(([{ width, height }]) => Math.min(width, height) < 43.5).map(([{ width, height }, one]) => `${width}×${height} ${one.outerHTML.slice(0, 120)}`);
  });
