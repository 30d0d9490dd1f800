import assert from "node:assert/strict";
import { test } from "node:test";
import { buildCompleteRequest, industries } from "payscore";
import { chooseSample, copied, field, messageAt, visit, withBrowser } from "./desk.mjs";
import { sampleOf } from "./samples.mjs";

withBrowser();

/** Where something stands once it no longer moves. */
async function settled(locator) {
  await locator.waitFor();
  await locator.evaluate((element) => Promise.all(element.closest(".el-popper").getAnimations().map(({ finished }) => finished)));
  return locator.boundingBox();
}

test("load a sample, break it, read the message at the field, mend it, copy the request", async () => {
  const { page, faults, violations } = await visit();
  await chooseSample(page, "酒店行业");
  const { order, draft } = sampleOf("hotel", "direct");
  const expected = buildCompleteRequest(draft, { created: order, amountUnit: "yuan", industry: "hotel" }).request;

  const amount = field(page, "/post_payments/0/amount");
  await amount.fill("12.005");
  assert.match(await messageAt(page, "/post_payments/0/amount").textContent(), /无法换算为分/);
  assert.equal(await amount.getAttribute("aria-invalid"), "true");
  assert.equal(await page.getByRole("button", { name: "复制 JSON" }).count(), 0);

  await amount.fill("12.00");
  assert.equal(await messageAt(page, "/post_payments/0/amount").count(), 0);
  assert.match(await page.getByTestId("request").locator(".address").textContent(), new RegExp(expected.path));
  await page.getByRole("button", { name: "复制 JSON" }).click();
  assert.equal(await copied(page), JSON.stringify(expected.body, null, 2));
  await page.getByRole("tab", { name: "bodyText" }).click();
  await page.getByRole("button", { name: "复制 bodyText" }).click();
  assert.equal(await copied(page), expected.bodyText);
  await page.getByRole("tab", { name: "curl" }).click();
  await page.getByRole("button", { name: "复制 curl" }).click();
  assert.ok((await copied(page)).endsWith(`--data-raw '${expected.bodyText}'`));

  assert.deepEqual([faults, await violations()], [[], []]);
  await page.context().close();
});

test("every industry, direct and partner: the good sample has no finding, the broken one the fault it names", async () => {
  const { page, faults } = await visit();
  for (const { id, label } of industries) {
    for (const [mode, modeLabel] of [["direct", "直连商户"], ["partner", "服务商"]]) {
      await chooseSample(page, label["zh-CN"], { mode: modeLabel, kind: "正确" });
      const { order, draft, fault } = sampleOf(id, mode);
      const { request } = buildCompleteRequest(draft, { created: order, amountUnit: "yuan", industry: id });
      assert.equal(await page.getByTestId("issues").getByRole("listitem").allTextContents().then(String), "", `${id} ${mode}`);
      await page.getByRole("button", { name: "复制 JSON" }).click();
      assert.equal(await copied(page), JSON.stringify(request.body, null, 2), `${id} ${mode}`);

      await page.locator(".samples").getByText("有错", { exact: true }).click();
      const found = await page.getByTestId("issues").locator(".where").allTextContents();
      assert.ok(found.some((text) => text.replace(/\s+/g, " ").trim() === `${fault.code} ${fault.pointer || "整份请求"}`), `${id} ${mode}: ${found}`);
      assert.equal(await page.getByRole("button", { name: "复制 JSON" }).count(), 0);
    }
  }
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("a finding in the list moves focus to its field, also into what is folded away", async () => {
  const { page } = await visit();
  await chooseSample(page, "酒店行业", { kind: "有错" });
  await page.getByTestId("issues").getByRole("button").first().click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "field.post_discounts.1.name");
  await page.getByText("单号、标记与设备").click();
  await field(page, "/goods_tag").fill("x".repeat(33));
  await page.getByText("单号、标记与设备").click();
  await page.getByTestId("issues").locator("li", { hasText: "goods_tag" }).getByRole("button").click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "field.goods_tag");
  await page.context().close();
});

test("the keyboard alone adds, fills, moves and removes an item", async () => {
  const { page } = await visit();
  await page.getByRole("button", { name: "添加付费项目" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("租金");
  await page.keyboard.press("Tab");
  await page.keyboard.type("4.35");
  assert.match(await page.getByTestId("total").textContent(), /4\.35 元 435 分/);
  await page.getByRole("button", { name: "添加付费项目" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("清洁费");
  await page.getByRole("group", { name: "付费项目第 2 项" }).getByRole("button", { name: "上移" }).focus();
  await page.keyboard.press("Enter");
  assert.equal(await field(page, "/post_payments/0/name").inputValue(), "清洁费");
  await page.getByRole("group", { name: "付费项目第 1 项" }).getByRole("button", { name: "删除" }).focus();
  await page.keyboard.press("Enter");
  assert.equal(await field(page, "/post_payments/0/name").inputValue(), "租金");
  assert.match(await page.getByTestId("formula").textContent(), /4\.35.*=.*4\.35/s);
  await page.context().close();
});

test("a sample takes the place of somebody's work only when it is chosen, and gives it back", async () => {
  const { page } = await visit();
  const modes = page.locator(".samples").getByRole("radio");
  assert.ok(await modes.first().isDisabled());
  await chooseSample(page, "酒店行业", { kind: "有错" });
  await page.locator(".samples").getByText("正确", { exact: true }).click();
  assert.equal(await page.getByRole("button", { name: "撤销" }).count(), 0);
  await field(page, "/post_payments/0/amount").fill("99.00");
  assert.ok(await modes.first().isDisabled());
  await chooseSample(page, "充电宝");
  assert.equal(await field(page, "/post_payments/0/name").inputValue(), "收费标准");
  await page.getByRole("button", { name: "撤销" }).click();
  assert.equal(await field(page, "/post_payments/0/amount").inputValue(), "99.00");
  await page.getByRole("button", { name: "订单详情" }).click();
  await page.getByRole("button", { name: "用订单内容填表" }).click();
  assert.notEqual(await field(page, "/post_payments/0/amount").inputValue(), "99.00");
  await page.getByRole("button", { name: "撤销" }).click();
  assert.equal(await field(page, "/post_payments/0/amount").inputValue(), "99.00");
  await page.context().close();
});

test("no click is lost to a message that appears when a field is left", async () => {
  const { page } = await visit();
  await chooseSample(page, "酒店行业");
  for (const count of [3, 4, 5]) {
    await page.getByRole("button", { name: "添加付费项目" }).click();
    await page.getByRole("group", { name: `付费项目第 ${count} 项` }).waitFor();
  }
  await messageAt(page, "/post_payments/3/name").waitFor();
  await page.getByTestId("actions").getByRole("button", { name: "取消" }).click();
  await page.getByLabel("原因").focus();
  await page.getByRole("button", { name: "检查", exact: true }).click();
  await page.getByTestId("other-issues").getByText("1 处错误").waitFor();
  await page.context().close();
});

test("what cannot be added up is no sum, and a total that is typed is not said to be one", async () => {
  const { page } = await visit();
  await chooseSample(page, "酒店行业");
  const [total, sums, cap] = ["total", "sums", "cap"].map((name) => page.getByTestId(name));
  assert.match(await sums.textContent(), /付费 14\.00 − 优惠 1\.00\s*= 总金额 13\.00 元/);
  await field(page, "/total_amount").fill("2.00");
  assert.match(await sums.textContent(), /付费 14\.00 − 优惠 1\.00\s*· 手填总金额 2\.00 元/);
  assert.doesNotMatch(await page.getByTestId("formula").textContent(), /=/);
  await field(page, "/total_amount").fill("");
  await field(page, "/post_payments/0/amount").fill("十二");
  assert.match(await total.textContent(), /— 元/);
  assert.doesNotMatch(await cap.textContent(), /还可收/);
  await page.context().close();
});

test("counters count characters as WeChat Pay does", async () => {
  const { page } = await visit();
  await page.getByRole("button", { name: "添加付费项目" }).click();
  await field(page, "/post_payments/0/name").fill("完结𠮷A1");
  assert.match(await page.getByRole("group", { name: "付费项目第 1 项" }).textContent(), /5\/20/);
  await page.context().close();
});

test("times are Beijing's, of the precision chosen, whatever zone the browser is in", async () => {
  const { page } = await visit({ zone: "America/New_York" });
  await chooseSample(page, "充电宝");
  const end = field(page, "/time_range/end_time");
  // An hour that New York's clocks skip.
  await end.fill("2025-03-09 02:30:00");
  assert.match(await page.locator(".wire").nth(1).textContent(), /20250309023000/);
  await page.getByRole("radiogroup", { name: "结束时间 精度" }).getByText("到日").click();
  assert.match(await page.locator(".wire").nth(1).textContent(), /写作 20250309$/);
  assert.equal(await end.inputValue(), "2025-03-09");
  await page.getByRole("radiogroup", { name: "开始时间 精度" }).getByText("确认时").click();
  assert.equal(await field(page, "/time_range/start_time").inputValue(), "OnAccept");
  await page.context().close();
});

test("a time is picked from the calendar, or typed; what is half typed is said once the field is left", async () => {
  const { page, faults, violations } = await visit({ zone: "America/New_York" });
  await chooseSample(page, "充电宝");
  const end = field(page, "/time_range/end_time");
  await page.getByRole("button", { name: "选择结束时间" }).focus();
  await page.keyboard.press("Enter");
  const { x, y, width, height } = await settled(page.locator(".el-picker-panel"));
  assert.ok(x >= 0 && y >= 0 && x + width <= 1440 && y + height <= 900, `${x} ${y} ${width} ${height}`);
  await page.locator(".el-picker-panel td.available").getByText("25", { exact: true }).click();
  assert.match(await end.inputValue(), /^2025-09-25 \d\d:\d\d:\d\d$/);
  await page.keyboard.press("Escape");
  await page.locator(".el-picker-panel").waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), "选择结束时间");
  await end.fill("2025-09-");
  assert.equal(await messageAt(page, "/time_range/end_time").count(), 0);
  await page.keyboard.press("Tab");
  assert.match(await messageAt(page, "/time_range/end_time").textContent(), /格式应为/);
  assert.equal(await end.inputValue(), "2025-09-");
  await end.fill("2025-09-18 10:30");
  await page.keyboard.press("Tab");
  assert.equal(await end.inputValue(), "2025-09-18 10:30:00");
  assert.deepEqual([faults, await violations()], [[], []]);
  await page.context().close();
});

test("the cap, and what lies over it", async () => {
  const { page } = await visit();
  await chooseSample(page, "汽车租赁", { kind: "有错" });
  assert.match(await page.getByTestId("cap").textContent(), /上限 500\.00 元.*超出 240\.00 元/s);
  assert.match(await page.getByTestId("issues").textContent(), /exceeds_risk_fund/);
  assert.equal(await messageAt(page, "/total_amount").count(), 0);
  await field(page, "/total_amount").fill("740.00");
  assert.match(await messageAt(page, "/total_amount").textContent(), /500\.00/);
  await page.context().close();
});

test("a retry is compared with the request sent before", async () => {
  const { page } = await visit();
  await chooseSample(page, "酒店行业");
  await page.getByRole("tab", { name: "与上次比较" }).click();
  await page.getByRole("button", { name: "把当前请求记为上次" }).click();
  assert.match(await page.getByTestId("differences").textContent(), /完全一致/);
  await field(page, "/post_payments/1/amount").fill("3.00");
  assert.match(await page.getByTestId("differences").textContent(), /\/post_payments\/1\/amount.*200.*300/s);
  assert.match(await page.getByTestId("issues").textContent(), /retry_differs/);
  await page.context().close();
});

test("what may be done next, and why not", async () => {
  const { page } = await visit();
  await chooseSample(page, "智慧零售(无人设备)", { kind: "有错" });
  assert.match(await page.getByTestId("life").locator("[aria-current=step]").textContent(), /已创建/);
  assert.match(await page.getByTestId("actions").textContent(), /取消/);
  await page.getByRole("button", { name: "订单详情" }).click();
  await page.getByText("各会怎样，其他的为什么不可以").click();
  assert.match(await page.getByTestId("reasons").textContent(), /取消\s*可以/);
  assert.match(await page.locator("li.refused").first().textContent(), /完结.*不可以/s);
  await page.context().close();
});

test("an untouched page finds no fault; a pasted order is read, drawn, checked and starts the form", async () => {
  const { page } = await visit();
  assert.equal(await page.getByTestId("issues").getByRole("listitem").count(), 0);
  const text = page.getByLabel("查询到的订单（JSON）");
  await text.fill('{"state":');
  assert.match(await page.getByRole("alert").textContent(), /第 1 行第 10 列起不是 JSON/);
  await text.fill('[{"state": "DOING"}]');
  const { order } = sampleOf("hotel", "direct");
  await text.fill(JSON.stringify({ ...order, state: "DONE", total_amount: 1300 }));
  assert.match(await page.getByTestId("life").locator("[aria-current=step]").textContent(), /已完成/);
  assert.match(await page.locator("section", { hasText: "订单本身的问题" }).first().textContent(), /unexpected|状态/);
  await page.getByRole("button", { name: "用订单内容填表" }).click();
  assert.equal(await field(page, "/post_payments/0/amount").inputValue(), "12.00");
  assert.equal(await field(page, "/time_range/start_time").inputValue(), "2025-09-18");
  await page.context().close();
});

test("an order that is pasted as a whole folds to a line, with what may be done", async () => {
  const { page } = await visit();
  const { order } = sampleOf("hotel", "direct");
  await page.evaluate((text) => navigator.clipboard.writeText(text), JSON.stringify(order));
  const text = page.getByLabel("查询到的订单（JSON）");
  await text.focus();
  await page.keyboard.press("Control+V");
  const toggle = page.getByRole("button", { name: "订单详情" });
  await toggle.waitFor();
  assert.equal(await text.isVisible(), false);
  assert.equal(await page.evaluate(() => document.activeElement.id), "order-toggle");
  assert.match(await page.locator(".gist").textContent(), /HOTEL-20250918-0008.*用户已确认.*押金 500\.00 元/s);
  assert.ok(await page.getByTestId("actions").getByRole("button", { name: "取消" }).isVisible());
  await page.keyboard.press("Enter");
  assert.ok(await text.isVisible());
  await page.context().close();
});

test("what is pasted in place of an order is led to where it belongs", async () => {
  const { page, faults } = await visit();
  const text = page.getByLabel("查询到的订单（JSON）");
  const { order } = sampleOf("hotel", "direct");
  const completion = { ...buildCompleteRequest(sampleOf("hotel", "direct").draft, { created: order, amountUnit: "yuan" }).request.body, out_order_no: "A-1" };
  const said = page.getByRole("alert");

  await text.fill(JSON.stringify({ code: 0, data: order }));
  assert.match(await said.textContent(), /订单在 \/data 里/);
  await page.getByRole("button", { name: "取出 /data" }).click();
  assert.match(await page.locator(".gist").textContent(), /HOTEL-20250918-0008/);
  await page.getByRole("button", { name: "订单详情" }).click();

  await text.fill(JSON.stringify(completion));
  assert.match(await said.textContent(), /这是完结请求/);
  await page.getByRole("button", { name: "填入完结表单" }).click();
  assert.equal(await field(page, "/post_payments/0/amount").inputValue(), "12.00");
  assert.equal(await field(page, "/total_amount").inputValue(), "13.00");
  assert.equal(await field(page, "/out_order_no").inputValue(), "A-1");

  await text.fill(JSON.stringify({ code: "ORDER_CANCELED", message: "单据已取消" }));
  assert.match(await said.textContent(), /错误应答/);
  await page.getByRole("button", { name: "查看原因与处理办法" }).click();
  assert.match(await page.getByTestId("explanation").textContent(), /订单已经取消/);
  await page.getByRole("button", { name: "完结订单", exact: true }).click();

  await text.fill(`${JSON.stringify(order)}\n${JSON.stringify(order)}\n`);
  assert.match(await said.textContent(), /每行一份 JSON/);
  await page.getByRole("button", { name: "检查每一行" }).click();
  await page.getByTestId("counts").getByText("共 2 条").waitFor();
  await page.getByRole("button", { name: "完结订单", exact: true }).click();

  await text.fill(JSON.stringify({ out_order_no: "A-1", appid: order.appid, service_id: order.service_id, reason: "用户未入住" }));
  assert.match(await said.textContent(), /这是其他请求/);
  await page.getByRole("button", { name: "检查这个请求" }).click();
  await page.getByTestId("counts").getByText("共 1 条：0 条有错").waitFor();
  await page.getByRole("button", { name: "完结订单", exact: true }).click();

  await text.fill(JSON.stringify([completion, completion, completion]));
  assert.match(await said.textContent(), /这是一个列表/);
  await page.getByRole("button", { name: "检查整个列表" }).click();
  await page.getByTestId("counts").getByText("共 3 条").waitFor();
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("template rows of an industry fill an empty form", async () => {
  const { page } = await visit();
  await page.locator("form .el-select").click();
  await page.getByRole("option", { name: "共享单车" }).click();
  await page.getByRole("button", { name: "填入行业模板" }).click();
  assert.equal(await field(page, "/post_payments/0/name").inputValue(), "计费规则");
  assert.ok(await page.getByRole("button", { name: "填入行业模板" }).isDisabled());
  await page.context().close();
});

test("an order turns into one of nothing, as the industry has it, and back", async () => {
  const { page } = await visit();
  await chooseSample(page, "汽车租赁");
  await page.getByRole("button", { name: "改为零元模板" }).click();
  assert.match(await page.getByTestId("total").textContent(), /0\.00 元/);
  assert.equal(await page.locator(".item").count(), 1);
  await field(page, "/post_payments/0/description").fill("免租");
  assert.equal(await page.getByTestId("issues").locator("li.error").count(), 0);
  await page.getByRole("button", { name: "撤销" }).click();
  assert.equal(await field(page, "/post_discounts/0/name").inputValue(), "老客立减");
  await page.context().close();
});

test("what an industry has empty is closed, unless something stands there", async () => {
  const { page } = await visit();
  await chooseSample(page, "酒店行业");
  assert.deepEqual([await field(page, "/post_payments/0/count").isDisabled(), await field(page, "/post_payments/0/amount").isDisabled()], [true, false]);
  await chooseSample(page, "充电宝");
  assert.ok(await field(page, "/post_payments/0/amount").isDisabled());
  await page.locator("form .el-select").first().click();
  await page.getByRole("option", { name: "不按行业检查" }).click();
  await field(page, "/post_payments/0/amount").fill("1.00");
  await page.locator("form .el-select").first().click();
  await page.getByRole("option", { name: "充电宝" }).last().click();
  assert.match(await messageAt(page, "/post_payments/0/amount").textContent(), /不应填写：充电宝的「收费标准」不带这一项/);
  await field(page, "/post_payments/0/amount").fill("");
  assert.ok(await field(page, "/post_payments/0/amount").isDisabled());
  await page.context().close();
});

test("the draft travels in the fragment and nowhere else", async () => {
  const first = await visit();
  await chooseSample(first.page, "酒店行业");
  await field(first.page, "/post_payments/1/amount").fill("7.77");
  await first.page.getByRole("button", { name: "复制分享链接" }).click();
  await first.page.getByText("已复制").waitFor();
  const address = new URL(await copied(first.page));
  assert.equal(address.search, "");
  const second = await visit({ path: address.hash });
  assert.equal(await field(second.page, "/post_payments/1/amount").inputValue(), "7.77");
  assert.match(await second.page.getByTestId("total").textContent(), /18\.77/);
  await first.page.context().close();
  await second.page.context().close();
});
