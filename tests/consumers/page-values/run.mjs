import assert from "node:assert/strict";
import { titleOf } from "../common/in-browser.mjs";

assert.equal(await titleOf("page-values/index.html", { policy: "script-src 'self'" }), "1990 fen, 19.90 yuan, 20091225091010, 3 characters");
