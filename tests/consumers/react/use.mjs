import assert from "node:assert/strict";
import { createRequire } from "node:module";
import * as imported from "payscore/react";
import * as React from "react";
import { renderToString } from "react-dom/server";
import common from "../common/react-form.cjs";

const faults = [];
console.error = (...words) => faults.push(words.join(" "));

const required = createRequire(import.meta.url)("payscore/react");
for (const hooks of [imported, required]) {
  const html = renderToString(React.createElement(common.formOf(React, hooks), { amount: "39.90" }));
  assert.match(html, /field undefined undefined; total 3990; left over </);
}
assert.deepEqual(faults, []);
