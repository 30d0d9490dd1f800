import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { assertAccessible } from "./accessible.mjs";
import { chooseSample, visit, withBrowser } from "./desk.mjs";

const screenshots = fileURLToPath(new URL("../../target/screenshots/", import.meta.url));
mkdirSync(screenshots, { recursive: true });

/** What VitePress itself does, in its search button, its sidebar and its home page. */
const VITEPRESS = { except: ["label-content-name-mismatch", "nested-interactive", "landmark-one-main", "region"] };

withBrowser();

for (const [language, industry, broken, heading, desk] of [
  ["zh-CN", "酒店行业", "有错", "怎么办", "完结台"],
  ["en", "Hotel", "Broken", "What to do", "Completion desk"],
]) {
  test(`${language}: the code of a finding leads to its page, and the page back to the desk`, async () => {
    const { page, context, faults, violations } = await visit({ language });
    await chooseSample(page, industry, { kind: broken });
    const [rule] = await Promise.all([context.waitForEvent("page"), page.getByRole("link", { name: "duplicate_name" }).click()]);
    await rule.getByRole("heading", { name: "duplicate_name" }).waitFor();
    await rule.getByRole("heading", { name: heading, exact: false }).waitFor();
    await rule.getByRole("link", { name: desk }).first().click();
    await rule.getByTestId("total").waitFor();
    assert.deepEqual([faults, await violations()], [[], []]);
    await context.close();
  });
}

for (const [folder, text, found] of [
  ["", "超过订单的风险金额", "exceeds_risk_fund"],
  ["", "风险金额", "exceeds_service_limit"],
  ["", "mismatch", "identity_mismatch"],
  ["", "退出码", "退出码"],
  ["", "合并单元格", "怎么写"],
  ["", "csv_rows_apart", "csv_rows_apart"],
  ["", "retry_differs", "retry_differs"],
  ["", "PARAM_ERROR", "它能避免的拒绝"],
  ["", "post_payments", "草稿"],
  ["", "GB18030", "CSV"],
  ["", "催收扣款", "催收扣款"],
  ["en/", "oldest trick", undefined],
  ["en/", "exit codes", "Exit codes"],
  ["en/", "GB18030", "CSV"],
  ["en/", "waived deposit", "exceeds_risk_fund"],
]) {
  test(`“${text}” is searched for without a server: ${found ?? "nothing"}`, async () => {
    const { page, context, faults, violations } = await visit({ path: `docs/${folder}` });
    await page.locator("#local-search button").click();
    await page.locator("#localsearch-input").fill(text);
    const results = page.locator(".VPLocalSearchBox .results");
    await (found ? results.getByText(found).first() : results.locator(".no-results")).waitFor();
    assert.deepEqual([faults, await violations()], [[], []]);
    await context.close();
  });
}

for (const [name, path, theme] of [
  ["home", "docs/", "light"],
  ["home-en", "docs/en/", "dark"],
  ["rule", "docs/rules/total_mismatch", "dark"],
  ["recipe-en", "docs/en/recipes/antd.html", "light"],
]) {
  test(`accessible, kept as a picture, and nothing comes from elsewhere: ${name}`, async () => {
    for (const [width, height] of [[1280, 860], [390, 844]]) {
      const { page, context, faults, violations } = await visit({ path, theme, width, height });
      await page.screenshot({ path: `${screenshots}documents-${name}-${width}.png` });
      await assertAccessible(page, `${name} ${width}`, VITEPRESS);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${overflow} pixels too wide`);
      assert.deepEqual([faults, await violations()], [[], []]);
      await context.close();
    }
  });
}
