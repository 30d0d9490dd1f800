import assert from "node:assert/strict";
import { titleOf } from "../common/in-browser.mjs";
import { policy } from "./policy.mjs";

assert.equal(await titleOf("page-wasm-policy/index.html", { policy }), "payscore works");
