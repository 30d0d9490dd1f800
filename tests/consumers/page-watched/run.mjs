import assert from "node:assert/strict";
import { titleOf } from "../common/in-browser.mjs";

const requests = [];
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";
assert.equal(await titleOf("page-watched/index.html", { policy, requests }), "payscore works unseen");
// The page, its scripts and the package's own modules; nothing else was asked for.
const others = requests.filter((path) => !/^\/node_modules\/payscore\/\w+\.js$/.test(path));
assert.deepEqual(others.sort(), ["/common/check.js", "/page-watched/index.html", "/page-watched/watch.js"]);
