import assert from "node:assert/strict";
import { titleOf } from "../common/in-browser.mjs";

const requests = [];
assert.equal(await titleOf("page-core/index.html", { requests }), "payscore works");
assert.deepEqual(
  requests.filter((path) => path.includes("payscore/")),
  ["/node_modules/payscore/core.js"],
);
