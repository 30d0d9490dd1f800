const { readFileSync } = require("node:fs");
const payscore = require("payscore");
const slim = require("payscore/slim");
const { toElement } = require("payscore/forms");
const schema = require("payscore/schema.json");

import("../common/check.js").then(({ check }) => {
  console.log(check(payscore));
  slim.initSync(new WebAssembly.Module(readFileSync(require.resolve("payscore/payscore.wasm"))));
  check(slim);
  const { errors } = toElement(payscore.validateOrder({}).issues);
  if (!errors.service_id || schema.type !== "object") throw new Error("forms or schema are not what they should be");
});
