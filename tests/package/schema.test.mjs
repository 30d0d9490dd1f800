import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import draft07 from "ajv";
import draft2020 from "ajv/dist/2020.js";
import { validateOrder } from "payscore";
import { rows } from "./tables.mjs";

const require = createRequire(import.meta.url);
const bodies = ["values", "rules", "samples"].flatMap((table) => rows(table).map(({ document }) => document)).filter(isJson);

function isJson(value) {
  try {
    return isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value);
  } catch {
    return false;
  }
}

for (const [file, { default: Ajv }] of Object.entries({ "schema.json": draft2020, "schema.draft-07.json": draft07 })) {
  const accepts = new Ajv({ strict: true, allowUnionTypes: true }).compile(require(`payscore/${file}`));

  test(`${file}: whatever it refuses the rules refuse`, () => {
    let refused = 0;
    for (const body of bodies) {
      if (accepts(body)) continue;
      refused += 1;
      assert.equal(validateOrder(body, { kind: "completionBody", now: null }).valid, false, JSON.stringify(body).slice(0, 300));
    }
    assert.ok(refused > 60, `${refused}`);
  });

  test(`${file}: it accepts a good body`, () => {
    const { out_order_no, ...body } = rows("values").find(({ name }) => name.endsWith("the good order")).document;
    assert.ok(out_order_no && accepts(body), JSON.stringify(accepts.errors));
  });
}
