import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import draft07 from "ajv";
import draft2020 from "ajv/dist/2020.js";
import { buildCompleteRequest, validateOrder } from "payscore";
import { drafts, rows } from "./tables.mjs";

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

const OPERATIONS = {
  complete: ["values", "completionBody"],
  create: ["operations/create", "create"],
  cancel: ["operations/cancel", "cancelBody"],
  modify: ["operations/modify", "modifyBody"],
  pay: ["operations/pay", "payBody"],
  sync: ["operations/sync", "syncBody"],
  prepaidMessage: ["operations/messages", "prepaidMessageBody"],
  pendingMessage: ["operations/messages", "pendingMessageBody"],
  directComplete: ["operations/direct-complete", "directComplete"],
};

for (const [operation, [table, kind]] of Object.entries(OPERATIONS)) {
  const schema = require(`payscore/schemas/${operation}.json`);
  const accepts = new (draft2020.default ?? draft2020)({ strict: true, allowUnionTypes: true }).compile(schema);
  const documents = rows(table).filter(({ options: { kind: given = "completion" } }) => [given, `${given}Body`].includes(kind)).map(({ document }) => document).filter((document) => isJson(document) && document?.constructor === Object);
  const sent = documents.map(({ out_order_no, ...body }) => (kind.endsWith("Body") ? body : { out_order_no, ...body }));

  test(`schemas/${operation}.json: whatever it refuses the rules refuse, and it accepts what is sound`, () => {
    for (const body of sent.filter((body) => !accepts(body))) {
      assert.equal(validateOrder(body, { kind, now: null }).valid, false, JSON.stringify(body).slice(0, 300));
    }
    assert.ok(sent.some((body) => accepts(body) && validateOrder(body, { kind, now: null }).issues.length === 0));
    assert.equal(accepts({ service_id: 5 }), false);
  });
}

test("each schema names itself: the package, its version and the file", () => {
  const { name, version } = require("payscore/package.json");
  for (const file of ["schema.json", "schema.draft-07.json", "schemas/complete.json", "schemas/completion-draft.json", "schemas/create-draft.json"]) {
    assert.equal(require(`payscore/${file}`).$id, `https://unpkg.com/${name}@${version}/${file}`);
  }
});

test("the schema of a draft accepts what the builder composes from, PHP's empty arrays and a form's blanks aside", () => {
  const accepts = new draft07({ strict: true, allowUnionTypes: true }).compile(require("payscore/schemas/completion-draft.json"));
  const isSound = ({ name, document, options }) => {
    const { ok, issues } = buildCompleteRequest(document, options);
    return ok && issues.length === 0 && isJson(document) && !/PHP|blanks/.test(name);
  };
  const sound = drafts().filter(({ operation }) => operation === "complete").filter(isSound);
  assert.ok(sound.length > 20, `${sound.length}`);
  for (const { name, document } of sound) assert.ok(accepts(document), `${name}: ${JSON.stringify(accepts.errors)}`);
  assert.ok(!accepts({ post_payments: [{ name: "租金", amount: true }] }));
});
