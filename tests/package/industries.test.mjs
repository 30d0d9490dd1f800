import assert from "node:assert/strict";
import { test } from "node:test";
import { doors } from "./doors.mjs";

for (const [door, { buildCompleteRequest, industries, industryTemplate, validateOrder }] of Object.entries(doors)) {
  test(`${door}: every industry can be chosen, and its examples pass`, () => {
    assert.equal(industries.length, 8);
    for (const { id, stages } of industries) {
      for (const { items } of [stages.complete, stages.completeZero].filter(Boolean)) {
        const post_payments = items.map(({ name, example }) => ({ name, ...example }));
        const total_amount = post_payments.reduce((sum, { amount = 0 }) => sum + amount, 0);
        const order = { out_order_no: "A1", appid: "wx1", service_id: "2".repeat(31), post_payments, total_amount };
        assert.deepEqual(validateOrder(order, { industry: id, now: null }).issues, [], id);
      }
    }
  });

  test(`${door}: an industry says of itself what a form needs`, () => {
    const { label, page, note, stages } = industries.find(({ id }) => id === "power_bank");
    assert.deepEqual(label, { "zh-CN": "充电宝", en: "Power bank rental" });
    assert.equal(page, 4012587281);
    assert.match(note["zh-CN"], /total_amount/);
    assert.deepEqual(stages.complete.items[1], {
      name: "使用时长",
      presence: "required",
      repeatable: false,
      amount: "forbidden",
      description: "required",
      count: "forbidden",
      unofficial: [],
      example: { description: "1小时38分20秒" },
    });
    assert.equal("completeZero" in stages, false);
  });

  test(`${door}: a form starts from blank rows, new ones each time`, () => {
    const rows = industryTemplate("bike_sharing");
    assert.deepEqual(rows, [{ name: "计费规则", description: "" }, { name: "骑行时长", description: "" }]);
    rows[0].description = "1.5元/30分钟";
    rows[1].description = "38分20秒";
    rows.push({ name: "骑行费用", amount: 300 });
    const built = buildCompleteRequest({ out_order_no: "A1", appid: "wx1", service_id: "2".repeat(31), post_payments: rows }, { industry: "bike_sharing" });
    assert.equal(built.ok, true);
    assert.equal(industryTemplate("bike_sharing")[0].description, "");
  });

  test(`${door}: no row may be left blank`, () => {
    for (const { id } of industries) {
      const draft = { out_order_no: "A1", appid: "wx1", service_id: "2".repeat(31), post_payments: industryTemplate(id), total_amount: 1 };
      const { issues } = buildCompleteRequest(draft, { industry: id });
      assert.ok(issues.some(({ code }) => code === "industry_field_required"), id);
      assert.ok(issues.every(({ code }) => !["industry_item_missing", "industry_item_not_allowed", "industry_field_forbidden"].includes(code)), id);
    }
  });

  test(`${door}: a wrong industry or stage is a TypeError that names it`, () => {
    assert.throws(() => industryTemplate("hotle"), /TypeError: .*hotle.*"hotel"/s);
    assert.throws(() => industryTemplate(), /TypeError: .*industry/s);
    assert.throws(() => industryTemplate("hotel", "completed"), /TypeError: .*stage/s);
  });
}
