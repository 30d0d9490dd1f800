import assert from "node:assert/strict";
import { execSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { titleOf } from "../common/in-browser.mjs";

execSync("npx next build", { stdio: "inherit", env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" } });
assert.match(readFileSync("out/index.html", "utf8"), /server: (<!-- -->)?payscore works/);
assert.equal(await titleOf("next/out/index.html"), "payscore works");
