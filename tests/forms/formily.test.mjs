import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { toFormily } from "payscore/forms";
import { bad, badIssues, goodIssues, briefAt, warning } from "./reports.mjs";

const { createForm } = createRequire(import.meta.url)("@formily/core");

test("field states hold errors and warnings, and are cleared when the report is good", () => {
  const form = createForm({ initialValues: bad() });
  form.onMount();
  form.createArrayField({ name: "post_payments" }).onMount();
  form.createObjectField({ name: "1", basePath: "post_payments" }).onMount();
  const name = form.createField({ name: "name", basePath: "post_payments.1" });
  const total = form.createField({ name: "total_amount" });
  const colour = form.createField({ name: "colour" });
  const apply = (issues) => {
    const fields = ["post_payments.1.name", "total_amount", "colour"];
    for (const { path, state } of toFormily(issues, { fields }).fields) form.setFieldState(path, state);
  };

  apply(badIssues);
  assert.deepEqual(name.selfErrors, [briefAt("/post_payments/1/name")]);
  assert.deepEqual(total.selfErrors, [briefAt("/total_amount")]);
  assert.deepEqual(colour.selfWarnings, [warning.brief ?? warning.message]);
  assert.equal(form.valid, false);

  apply(goodIssues);
  assert.deepEqual([...name.selfErrors, ...total.selfErrors, ...colour.selfWarnings], []);
  assert.equal(form.valid, true);
});
