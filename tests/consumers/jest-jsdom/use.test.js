/** @jest-environment jsdom */
const { toElement } = require("payscore/forms");
const payscore = require("payscore");

test("an order is checked where TextEncoder is missing", () => {
  expect(typeof window).toBe("object");
  const { valid, issues } = payscore.validateOrder({ out_order_no: "单号" });
  expect(valid).toBe(false);
  expect(toElement(issues).errors.service_id).toContain("必填");
});
