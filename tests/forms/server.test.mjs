import assert from "node:assert/strict";
import { test } from "node:test";
import { sValidator } from "@hono/standard-validator";
import draft07 from "ajv";
import draft2020 from "ajv/dist/2020.js";
import { Hono } from "hono";
import { completionSchema } from "payscore";
import { bad, badIssues, good, messageAt } from "./reports.mjs";

const schema = completionSchema({ now: null });

test("hono refuses a bad body with our issues, and hands a good one through", async () => {
  const app = new Hono().post("/complete", sValidator("json", schema), (context) => context.json(context.req.valid("json")));
  const post = (body) => app.request("/complete", { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } });

  const refused = await post(bad());
  assert.equal(refused.status, 400);
  const { error } = await refused.json();
  assert.deepEqual(error, badIssues.filter(({ severity }) => severity === "error").map(({ message, path }) => ({ message, path })));

  const accepted = await post(good());
  assert.equal(accepted.status, 200);
  assert.deepEqual(await accepted.json(), good());
});

test("validation is synchronous, passes the value through and reports errors alone", () => {
  const value = { ...good(), colour: "red" };
  assert.deepEqual(schema["~standard"].validate(value), { value });
  assert.equal(schema["~standard"].validate(value).value, value);
  const { issues } = schema["~standard"].validate(bad());
  assert.deepEqual(issues.find(({ path }) => path.length === 3), { path: ["post_payments", 1, "name"], message: messageAt("/post_payments/1/name") });
});

test("options reach the rules; a wrong one is named", () => {
  const { issues } = completionSchema({ locale: "en", now: null })["~standard"].validate({});
  assert.match(issues[0].message, /^[\x20-\x7e]+$/);
  assert.throws(() => completionSchema({ kind: "serviceOrder" }), { name: "TypeError", message: /kind/ });
  assert.throws(() => completionSchema({ locale: "fr" })["~standard"].validate({}), { name: "TypeError", message: /locale/ });
});

for (const [target, { default: Ajv }] of Object.entries({ "draft-2020-12": draft2020, "draft-07": draft07 })) {
  test(`as JSON Schema of ${target} it accepts a good body and no bad one`, () => {
    for (const side of ["input", "output"]) {
      const accepts = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema["~standard"].jsonSchema[side]({ target }));
      assert.ok(accepts(good()), JSON.stringify(accepts.errors));
      assert.ok(!accepts({ ...good(), post_payments: [] }));
    }
  });
}

test("a JSON Schema target that we do not have is refused", () => {
  assert.throws(() => schema["~standard"].jsonSchema.input({ target: "openapi-3.0" }), /openapi-3\.0/);
});
