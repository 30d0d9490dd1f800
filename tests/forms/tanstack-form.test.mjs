import assert from "node:assert/strict";
import { test } from "node:test";
import { FieldApi, FormApi } from "@tanstack/form-core";
import { completionSchema, validateOrder } from "payscore";
import { toTanStackForm } from "payscore/forms";
import { bad, briefAt, good, messageAt } from "./reports.mjs";

const FIELDS = ["service_id", "total_amount", "post_payments[0].name", "post_payments[1].name"];
const check = (value) => validateOrder(value, { kind: "completionBody", now: null }).issues;

async function submit(defaultValues, onSubmit) {
  let submitted = false;
  const form = new FormApi({ defaultValues, validators: { onSubmit }, onSubmit: () => void (submitted = true) });
  form.mount();
  const fields = Object.fromEntries(FIELDS.map((name) => [name, new FieldApi({ form, name })]));
  for (const field of Object.values(fields)) field.mount();
  await form.handleSubmit();
  return { form, fields, submitted };
}

for (const [name, validator, textOf, textAt] of [
  ["toTanStackForm", ({ value }) => toTanStackForm(check(value)).error, (error) => error, briefAt],
  ["completionSchema", completionSchema({ now: null }), (error) => error.message, messageAt],
]) {
  test(`${name}: each field holds its error, and the next submission clears them`, async () => {
    const { form, fields, submitted } = await submit(bad(), validator);
    assert.equal(submitted, false);
    assert.deepEqual(fields["post_payments[1].name"].state.meta.errors.map(textOf), [textAt("/post_payments/1/name")]);
    assert.deepEqual(fields.total_amount.state.meta.errors.map(textOf), [textAt("/total_amount")]);
    assert.deepEqual(fields.service_id.state.meta.errors, []);

    form.setFieldValue("post_payments", good().post_payments);
    form.setFieldValue("total_amount", 4000);
    await form.handleSubmit();
    assert.deepEqual(fields.total_amount.state.meta.errors, []);
  });

  test(`${name}: a good order is submitted`, async () => {
    assert.ok((await submit(good(), validator)).submitted);
  });
}

test("errors of fields that the form does not have are the form's", () => {
  const { error } = toTanStackForm(check(bad()), { fields: ["post_payments[1].name"] });
  assert.deepEqual(Object.keys(error.fields), ["post_payments[1].name"]);
  assert.equal(error.form, messageAt("/total_amount"));
});
