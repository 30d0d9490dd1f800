import assert from "node:assert/strict";
import { titleOf } from "../common/in-browser.mjs";

assert.equal(await titleOf("page/index.html"), "payscore works");
