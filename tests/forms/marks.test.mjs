import assert from "node:assert/strict";
import { test } from "node:test";
import * as forms from "payscore/forms";
import { badIssues, briefAt, messageAt, warning } from "./reports.mjs";

const issue = (path, severity = "error") => ({ code: "required", severity, path, pointer: "", message: `${severity} at ${path.join("/")}` });

test("a field without an issue is cleared, an issue without a field is left over", () => {
  const { fields, rest } = forms.toAntd(badIssues, { fields: ["service_id", ["post_payments", 1, "name"]] });
  assert.deepEqual(fields, [
    { name: ["service_id"], errors: [], warnings: [] },
    { name: ["post_payments", 1, "name"], errors: [briefAt("/post_payments/1/name")], warnings: [] },
  ]);
  assert.deepEqual(rest, badIssues.filter(({ pointer }) => pointer !== "/post_payments/1/name"));
});

test("names are understood in every library's writing, and an order may lie deeper in the form", () => {
  for (const name of ["order.post_payments[1].name", "order.post_payments.1.name", ["order", "post_payments", 1, "name"], ["order", "post_payments", "1", "name"]]) {
    const { fields } = forms.toAntd(badIssues, { fields: [name], prefix: "order" });
    assert.equal(fields[0].errors.length, 1, String(name));
  }
});

test("a form has its own names: of a field, of a list with all that lies in it, or by a function", () => {
  const issues = [issue(["total_amount"]), issue(["post_payments", 1, "name"])];
  const namesOf = (names) => forms.toAntd(issues, { names }).fields.map(({ name }) => name);
  assert.deepEqual(namesOf({ "/total_amount": "sum", "/post_payments": "items" }), [["sum"], ["items", 1, "name"]]);
  assert.deepEqual(namesOf({ "/post_payments/1/name": ["items", 1, "title"] }), [["total_amount"], ["items", 1, "title"]]);
  assert.deepEqual(namesOf((pointer) => (pointer === "/post_payments/1/name" ? "items[1].title" : undefined)), [["total_amount"], ["items", 1, "title"]]);
  assert.deepEqual(Object.keys(forms.toElement(issues, { names: { "/total_amount": "bill[sum]" } }).errors), ["bill[sum]", "post_payments.1.name"]);
});

test("a range picker gets the issues of both its ends, each with its label; two pickers get one each", () => {
  const issues = [issue(["time_range", "start_time"]), issue(["time_range", "end_time"])].map((one) => ({ ...one, brief: "brief" }));
  const names = { "/time_range/start_time": ["range", 0], "/time_range/end_time": ["range", 1] };
  const whole = [{ name: ["range"], errors: ["error at time_range/start_time", "error at time_range/end_time"], warnings: [] }];
  assert.deepEqual(forms.toAntd(issues, { names, fields: ["range"] }), { fields: whole, rest: [] });
  assert.deepEqual(forms.toAntd(issues, { names }), { fields: whole, rest: [] });
  assert.deepEqual(forms.toElement(issues, { names, fields: ["range.0", "range.1"] }).errors, { "range.0": "brief", "range.1": "brief" });
});

test("no adapter loses an issue: what no field is known to show is left over", () => {
  const total = issue(["total_amount"]);
  const whole = issue([]);
  assert.deepEqual(forms.toElement([total, whole], { fields: ["service_id"] }).rest, [total, whole]);
  // The form's fields are not known: the total is marked, and also listed as left over, since it may be computed.
  const { errors, rest } = forms.toElement([total, whole, issue(["time_range", "end_time"])]);
  assert.deepEqual(Object.keys(errors), ["total_amount", "time_range.end_time"]);
  assert.deepEqual(rest, [total, whole]);
});

test("at a field stands the brief text, for the form as a whole the message with the field's name", () => {
  const told = { ...issue(["total_amount"]), brief: "请填写", message: "总金额：请填写" };
  assert.equal(forms.toElement([told]).errors.total_amount, "请填写");
  const { errors } = forms.toReactHookForm([told], { fields: ["service_id"] });
  assert.equal(errors.root.message, "总金额：请填写");
});

test("issues by place: of the whole, and of each field by its pointer", () => {
  const [whole, first, second] = [issue([]), issue(["a/b", 0]), issue(["a/b", 0], "warning")];
  assert.deepEqual(forms.flattenIssues([whole, first, second]), { formIssues: [whole], fieldIssues: { "/a~1b/0": [first, second] } });
  assert.deepEqual(forms.flattenIssues(badIssues).fieldIssues["/total_amount"].map(({ message }) => message), [messageAt("/total_amount")]);
});

test("a library that has no warnings leaves them over", () => {
  for (const adapt of [forms.toReactHookForm, forms.toTanStackForm, forms.toVeeValidate, forms.toRjsf]) {
    const fields = ["total_amount", "post_payments.1.name"];
    assert.deepEqual(adapt(badIssues, { fields }).rest, [warning]);
  }
});

test("a path of inherited names changes nothing but the result", () => {
  const issues = [issue(["constructor", "name"]), issue(["__proto__", "polluted"])];
  for (const adapt of Object.values(forms)) adapt(issues, { names: { "/constructor/none": "none" } });
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
