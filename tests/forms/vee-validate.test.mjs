import assert from "node:assert/strict";
import { test } from "node:test";
import { toVeeValidate } from "payscore/forms";
import { useForm } from "vee-validate";
import { createSSRApp, h } from "vue";
import { renderToString } from "vue/server-renderer";
import { bad, badIssues, goodIssues, briefAt } from "./reports.mjs";

test("setErrors marks each field, and clears it when the report is good", async () => {
  const fields = ["total_amount", "post_payments[1].name", "service_id"];
  let seen;
  const setup = () => {
    const { setErrors, errors, defineField } = useForm({ initialValues: bad() });
    for (const field of fields) defineField(field);
    setErrors(toVeeValidate(badIssues, { fields }).errors);
    const marked = { ...errors.value };
    setErrors(toVeeValidate(goodIssues, { fields }).errors);
    seen = { marked, cleared: { ...errors.value } };
    return () => h("form");
  };
  await renderToString(createSSRApp({ setup }));
  assert.deepEqual(seen.marked, { total_amount: briefAt("/total_amount"), "post_payments[1].name": briefAt("/post_payments/1/name") });
  assert.deepEqual(seen.cleared, {});
});
