import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { toRjsf } from "payscore/forms";
import { bad, badIssues, briefAt } from "./reports.mjs";

const require = createRequire(import.meta.url);
const { default: validator } = require("@rjsf/validator-ajv8");
const { toErrorList, validationDataMerge } = require("@rjsf/utils");
const schema = require("payscore/schema.draft-07.json");

test("extraErrors join what rjsf finds by itself, as its Form joins them", () => {
  const { extraErrors } = toRjsf(badIssues);
  const own = validator.validateFormData(bad(), schema);
  const { errorSchema } = validationDataMerge(own, extraErrors);
  assert.ok(errorSchema.post_payments[1].name.__errors.includes(briefAt("/post_payments/1/name")));
  assert.deepEqual(errorSchema.total_amount.__errors, [briefAt("/total_amount")]);
  assert.ok(toErrorList(extraErrors).some(({ property }) => property === ".post_payments.1.name"));
});
