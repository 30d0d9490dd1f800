import assert from "node:assert/strict";
import { titleOf } from "../common/in-browser.mjs";

const policy = "script-src 'self' 'wasm-unsafe-eval'";
assert.equal(await titleOf("page-wasm-policy/index.html", { policy }), "payscore works");
