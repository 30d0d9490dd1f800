import assert from "node:assert/strict";
import { test } from "node:test";
import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { completionSchema } from "payscore";
import { toReactHookForm } from "payscore/forms";
import { createFormControl } from "react-hook-form";
import { bad, badIssues, briefAt, good, goodIssues, messageAt } from "./reports.mjs";

async function errorsAfterSubmit(defaultValues, resolver) {
  const { register, handleSubmit, control } = createFormControl({ defaultValues, resolver });
  for (const name of ["service_id", "total_amount", "post_payments.0.name", "post_payments.1.name"]) register(name);
  let submitted = false;
  await handleSubmit(() => (submitted = true))();
  return { submitted, errors: control._formState.errors };
}

const ours = (issues) => (values) => {
  const { errors } = toReactHookForm(issues);
  return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} };
};

for (const [name, resolverOf, textAt] of [
  ["toReactHookForm", ours, briefAt],
  ["completionSchema", () => standardSchemaResolver(completionSchema({ now: null })), messageAt],
]) {
  test(`${name}: the form holds each error at its field`, async () => {
    const { submitted, errors } = await errorsAfterSubmit(bad(), resolverOf(badIssues));
    assert.equal(submitted, false);
    assert.equal(errors.post_payments[1].name.message, textAt("/post_payments/1/name"));
    assert.equal(errors.total_amount.message, textAt("/total_amount"));
  });

  test(`${name}: a good order is submitted`, async () => {
    const { submitted, errors } = await errorsAfterSubmit(good(), resolverOf(goodIssues));
    assert.ok(submitted);
    assert.deepEqual(errors, {});
  });
}

test("errors of a list and of its items stand side by side; those without a field are the form's", () => {
  const at = (...path) => ({ code: "required", severity: "error", path, message: path.join("/") || "whole" });
  const { errors } = toReactHookForm([at("post_payments"), at("post_payments", 1, "name"), at()], { fields: ["post_payments", "post_payments.1.name"] });
  assert.equal(errors.post_payments.root.message, "post_payments");
  assert.equal(errors.post_payments[1].name.message, "post_payments/1/name");
  assert.equal(errors.root.message, "whole");
});
