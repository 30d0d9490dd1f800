import assert from "node:assert/strict";
import { titleOf } from "../common/in-browser.mjs";

const policy = "script-src 'self'";
assert.match(await titleOf("page-strict-policy/index.html", { policy }), /^payscore cannot start: .*Content-Security-Policy: script-src 'self' 'wasm-unsafe-eval'$/);
