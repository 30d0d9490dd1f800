import assert from "node:assert/strict";
import { titleOf } from "../common/in-browser.mjs";

assert.equal(await titleOf("vite/dist/index.html"), "payscore works");
