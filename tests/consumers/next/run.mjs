import assert from "node:assert/strict";
import { execSync, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { openPage } from "../common/in-browser.mjs";

const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
execSync("npx next build", { stdio: "inherit", env });

const server = spawn(process.execPath, ["node_modules/next/dist/bin/next", "start", "--port", "0", "--hostname", "127.0.0.1"], { env, stdio: ["ignore", "pipe", "inherit"] });
try {
  const address = await addressOf(server);
  assert.match(await (await fetch(address)).text(), /server: (<!-- -->)?payscore works/);

  const complete = (amount) =>
    fetch(`${address}/api/complete`, { method: "POST", body: JSON.stringify({ out_order_no: "1234323JKHDFE1243252", post_payments: [{ name: "租金", amount }], time_range: { end_time: "2026-01-20 10:00:00" } }) });
  assert.match((await (await complete("29.90")).json()).path, /\/complete$/);
  const refused = await complete("39.90");
  assert.equal(refused.status, 422);
  assert.deepEqual((await refused.json()).issues.map(({ code }) => code), ["exceeds_risk_fund"]);

  await openPage(address, async (tab) => {
    await tab.waitForFunction(() => document.title === "payscore works");
    await tab.getByLabel("金额（元）").fill("19.9");
    await tab.getByText("共 19.90 元，还可收 10.10 元").waitFor();
  });
} finally {
  server.kill();
}

async function addressOf({ stdout }) {
  for await (const line of createInterface({ input: stdout })) {
    const [address] = line.match(/http:\/\/127\.0\.0\.1:\d+/) ?? [];
    if (address) return address;
  }
  throw new Error("next did not start");
}
