import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { buildCancelRequest, buildCreateRequest, buildModifyRequest } from "payscore";
import { assertAccessible } from "./accessible.mjs";
import { chooseSample, copied, field, messageAt, visit, withBrowser } from "./desk.mjs";
import { sampleOf } from "./samples.mjs";

const screenshots = fileURLToPath(new URL("../../target/screenshots/", import.meta.url));

withBrowser();

const chooseRequest = async (page, name) => {
  await page.locator(".operation").click();
  await page.getByRole("option", { name, exact: true }).click();
};

test("an action of the order opens its request: filled in, checked and copied", async () => {
  const { page, faults, violations } = await visit();
  await chooseSample(page, "酒店行业");
  const { order } = sampleOf("hotel", "direct");
  await page.getByTestId("actions").getByRole("button", { name: "取消" }).click();
  assert.match(await page.getByTestId("change").textContent(), /可以取消.*→ 已取消/s);
  assert.match(await page.getByTestId("other-issues").textContent(), /还差 1 处/);
  assert.equal(await page.getByRole("button", { name: "复制 JSON" }).count(), 0);

  const reason = page.getByLabel("原因");
  await reason.focus();
  assert.equal(await page.locator(".issues").count(), 0);
  await page.keyboard.press("Tab");
  assert.match(await page.locator(".issues").textContent(), /必填/);
  await reason.fill("用户未入住");
  assert.equal(await page.locator(".issues").count(), 0);
  await page.getByRole("button", { name: "复制 JSON" }).click();
  const { request } = buildCancelRequest({ reason: "用户未入住" }, { created: order });
  assert.equal(await copied(page), JSON.stringify(request.body, null, 2));
  await page.mouse.move(0, 0);
  await assertAccessible(page, "others");
  await page.screenshot({ path: `${screenshots}others.png`, fullPage: true });
  assert.deepEqual([faults, await violations()], [[], []]);
  await page.context().close();
});

test("an amount is lowered: what it was, what it will be, and the same request as the package composes", async () => {
  const { page, faults } = await visit();
  const created = { ...sampleOf("hotel", "direct").order, state: "DOING", state_description: "MCH_COMPLETE", total_amount: 1300, collection: { state: "USER_PAYING", total_amount: 1300, paying_amount: 1300, paid_amount: 0 } };
  await page.getByLabel("查询到的订单（JSON）").fill(JSON.stringify(created));
  await page.getByTestId("actions").getByRole("button", { name: "修改金额" }).click();
  assert.match(await page.getByTestId("other-total").textContent(), /13\.00 → — 元/);
  await page.getByRole("group", { name: "付费项目第 1 项" }).getByLabel("名称").fill("酒店房费");
  await page.getByRole("group", { name: "付费项目第 1 项" }).getByLabel("金额（元）").fill("10.00");
  await page.getByLabel("原因").fill("协商减免");
  assert.match(await page.getByTestId("other-total").textContent(), /13\.00 → 10\.00/);
  await page.getByRole("button", { name: "复制 JSON" }).click();
  const { request } = buildModifyRequest({ post_payments: [{ name: "酒店房费", amount: 1000, description: "" }], reason: "协商减免" }, { created });
  assert.equal(await copied(page), JSON.stringify(request.body, null, 2));

  await page.getByRole("group", { name: "付费项目第 1 项" }).getByLabel("金额（元）").fill("14.00");
  await page.getByRole("button", { name: "检查", exact: true }).click();
  assert.match(await page.getByTestId("other-issues").textContent(), /amount_not_lowered/);
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("an order is created from nothing, with the keyboard alone", async () => {
  const { page, faults } = await visit();
  await page.getByRole("button", { name: "其他请求" }).click();
  const form = page.getByRole("form", { name: "创建支付分订单" });
  const typed = { 商户服务订单号: "NEW-1", "公众账号 ID": "wx1", "服务 ID": "2002000000000558128851361561536", 服务信息: "充电宝租借", 服务开始时间: "OnAccept", "风险金额（元）": "99.00", 商户回调地址: "https://merchant.example.com/notify" };
  for (const [label, text] of Object.entries(typed)) {
    await form.getByLabel(label, { exact: true }).focus();
    await page.keyboard.type(text);
  }
  await page.getByRole("combobox", { name: "风险金名称" }).focus();
  for (const key of ["Enter", "ArrowDown", "Enter"]) await page.keyboard.press(key);
  await page.getByRole("button", { name: "检查", exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "复制 JSON" }).focus();
  await page.keyboard.press("Enter");
  const draft = { out_order_no: "NEW-1", appid: "wx1", service_id: typed["服务 ID"], service_introduction: "充电宝租借", time_range: { start_time: "OnAccept" }, risk_fund: { name: "DEPOSIT", amount: 9900 }, notify_url: typed["商户回调地址"] };
  assert.deepEqual(JSON.parse(await copied(page)), buildCreateRequest(draft).request.body);
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("a new order has a number of its own, and is the same merchant's as the one at hand", async () => {
  const { page } = await visit();
  await chooseSample(page, "酒店行业");
  await page.getByRole("button", { name: "其他请求" }).click();
  const form = page.getByRole("form", { name: "创建支付分订单" });
  assert.match(await page.locator(".choice").textContent(), /取自订单 HOTEL-20250918-0008/);
  assert.equal(await form.getByLabel("商户服务订单号").inputValue(), "");
  assert.equal(await form.getByLabel("公众账号 ID", { exact: true }).inputValue(), sampleOf("hotel", "direct").order.appid);
  await page.context().close();
});

test("each finding of the check is marked at its field, and leads there", async () => {
  const { page } = await visit();
  await page.getByRole("button", { name: "其他请求" }).click();
  await page.getByRole("button", { name: "添加付费项目" }).click();
  await page.getByRole("button", { name: "检查", exact: true }).click();
  const list = page.getByTestId("other-issues");
  assert.match(await list.textContent(), /\d+ 处错误.*\d+ 处提醒/s);
  const marked = await page.locator("form .issues li").count();
  assert.equal(await list.getByRole("listitem").count(), marked);
  assert.notEqual(await shadowOf(page.locator(".field.error .el-select__wrapper")), await shadowOf(page.locator(".field:not(.error) .el-select__wrapper").first()));
  await list.locator("li", { hasText: "/risk_fund" }).getByRole("button").click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "other.risk_fund.name");
  await page.context().close();
});

const shadowOf = (locator) => locator.evaluate((element) => getComputedStyle(element).boxShadow);

test("what was typed for a request is there again, for its order and for no other", async () => {
  const { page, faults } = await visit();
  const openCancel = () => page.getByTestId("actions").getByRole("button", { name: "取消" }).click();
  await chooseSample(page, "酒店行业");
  await openCancel();
  await page.getByLabel("原因").fill("用户未入住");
  await chooseRequest(page, "创建支付分订单");
  await page.getByLabel("服务信息").fill("某酒店住宿");
  await page.getByRole("button", { name: "检查文件" }).click();
  await page.getByRole("button", { name: "其他请求" }).click();
  assert.equal(await page.getByLabel("服务信息").inputValue(), "某酒店住宿");
  await chooseRequest(page, "取消支付分订单");
  assert.equal(await page.getByLabel("原因").inputValue(), "用户未入住");
  await page.getByRole("button", { name: "完结订单", exact: true }).click();
  await chooseSample(page, "充电宝", { mode: "服务商" });
  await openCancel();
  assert.equal(await page.getByLabel("原因").inputValue(), "");
  await chooseRequest(page, "创建支付分订单");
  assert.equal(await page.getByLabel("服务信息").inputValue(), "某酒店住宿");
  assert.equal(await page.getByRole("form", { name: "创建支付分订单" }).getByLabel("子商户号").inputValue(), sampleOf("power_bank", "partner").order.sub_mchid);
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("a query is all in its path, and a state that does not allow a request says so", async () => {
  const { page } = await visit();
  await chooseSample(page, "酒店行业");
  await page.getByRole("button", { name: "其他请求" }).click();
  await chooseRequest(page, "查询支付分订单");
  await page.getByRole("button", { name: "复制路径" }).click();
  assert.match(await copied(page), /^\/v3\/payscore\/serviceorder\?.*out_order_no=/);
  await chooseRequest(page, "商户发起催收扣款");
  assert.match(await page.getByTestId("change").textContent(), /不可以/);
  assert.match(await page.getByTestId("other-issues").textContent(), /填完也不能提交/);
  await page.getByRole("button", { name: "检查", exact: true }).click();
  assert.match(await page.getByTestId("other-issues").textContent(), /state_not_allowed/);
  await page.context().close();
});

test("a row that was just added is not red before it was left", async () => {
  const { page } = await visit();
  await chooseSample(page, "酒店行业");
  await page.getByRole("button", { name: "添加付费项目" }).click();
  assert.equal(await messageAt(page, "/post_payments/2/name").count(), 0);
  assert.match(await page.getByTestId("issues").textContent(), /付费项目第 3 项/);
  await field(page, "/post_payments/2/name").focus();
  await field(page, "/post_discounts/0/name").focus();
  assert.match(await messageAt(page, "/post_payments/2/name").textContent(), /请填写/);
  await page.context().close();
});
