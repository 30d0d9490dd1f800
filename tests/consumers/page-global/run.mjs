import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { titleOf } from "../common/in-browser.mjs";

const { unpkg, jsdelivr } = JSON.parse(readFileSync("node_modules/payscore/package.json", "utf8"));
assert.deepEqual([unpkg, jsdelivr], ["./payscore.global.js", "./payscore.global.js"]);
assert.equal(await titleOf("page-global/index.html"), "payscore works");
