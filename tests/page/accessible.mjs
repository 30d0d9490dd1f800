import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export async function assertAccessible(page, what, { except = [] } = {}) {
  // Through the protocol, as the page's own policy forbids foreign scripts.
  await page.evaluate(`${axe}; undefined`);
  const { violations } = await page.evaluate(() => axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  const told = violations.filter(({ id }) => !except.includes(id)).map(({ id, nodes }) => `${what}: ${id} at ${nodes.map(({ target, any }) => `${target} ${any[0]?.message ?? ""}`).join("\n")}`);
  assert.deepEqual(told, []);
}
