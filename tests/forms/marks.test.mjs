import assert from "node:assert/strict";
import { test } from "node:test";
import * as forms from "payscore/forms";
import { badIssues, messageAt, warning } from "./reports.mjs";

const issue = (path, severity = "error") => ({ code: "required", severity, path, pointer: "", message: `${severity} at ${path.join("/")}` });

test("a field without an issue is cleared, an issue without a field is left over", () => {
  const { fields, rest } = forms.toAntd(badIssues, { fields: ["service_id", ["post_payments", 1, "name"]] });
  assert.deepEqual(fields, [
    { name: ["service_id"], errors: [], warnings: [] },
    { name: ["post_payments", 1, "name"], errors: [messageAt("/post_payments/1/name")], warnings: [] },
  ]);
  assert.deepEqual(rest, badIssues.filter(({ pointer }) => pointer !== "/post_payments/1/name"));
});

test("names are understood in every library's writing, and an order may lie deeper in the form", () => {
  for (const name of ["order.post_payments[1].name", "order.post_payments.1.name", ["order", "post_payments", 1, "name"], ["order", "post_payments", "1", "name"]]) {
    const { fields } = forms.toAntd(badIssues, { fields: [name], prefix: "order" });
    assert.equal(fields[0].errors.length, 1, String(name));
  }
});

test("a library that has no warnings leaves them over", () => {
  for (const adapt of [forms.toReactHookForm, forms.toTanStackForm, forms.toVeeValidate, forms.toRjsf]) {
    assert.deepEqual(adapt(badIssues).rest, [warning]);
  }
});

test("a path of inherited names changes nothing but the result", () => {
  const issues = [issue(["constructor", "name"]), issue(["__proto__", "polluted"])];
  for (const adapt of Object.values(forms)) adapt(issues);
  assert.equal({}.polluted, undefined);
  assert.equal(Object.polluted, undefined);
  assert.equal(Object.message, undefined);
});

test("Arco: a list comes before its fields, because its mark covers them", () => {
  const { fields } = forms.toArcoReact([issue(["post_payments", 0, "name"]), issue(["post_payments"])]);
  assert.deepEqual(Object.keys(fields), ["post_payments", "post_payments[0].name"]);
});

test("Arco Vue: what is to be cleared is listed, because setFields cannot clear", () => {
  const { fields, clear } = forms.toArcoVue([issue(["total_amount"])], { fields: ["total_amount", "service_id"] });
  assert.deepEqual(clear, ["total_amount", "service_id"]);
  assert.deepEqual(fields, { total_amount: { status: "error", message: "error at total_amount" } });
});

test("Element and Naive: text by prop, and nothing where nothing is wrong", () => {
  const issues = [issue(["total_amount"]), issue(["time_range", "end_time"], "warning")];
  const options = { fields: ["total_amount", "time_range.end_time", "service_id"] };
  assert.deepEqual(forms.toElement(issues, options).errors, { total_amount: "error at total_amount", "time_range.end_time": "", service_id: "" });
  assert.deepEqual(forms.toElement(issues, options).warnings["time_range.end_time"], "warning at time_range/end_time");
  assert.deepEqual(forms.toNaive(issues, options).items, {
    total_amount: { validationStatus: "error", feedback: "error at total_amount" },
    "time_range.end_time": { validationStatus: "warning", feedback: "warning at time_range/end_time" },
    service_id: {},
  });
});
