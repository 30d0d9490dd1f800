import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { folderWith, lines, order, payscore, running, script, textOf } from "./command.mjs";

const wrong = order({ total_amount: 3900 });
const onWindows = process.platform === "win32" && "Windows has no such signal";

test("there is no colour in a pipe, unless it is asked for; NO_COLOR has the last word", () => {
  const colored = (env) => payscore(["check", "-"], { input: lines(wrong), env }).stdout.includes("\u001b[");
  assert.deepEqual([{}, { FORCE_COLOR: "1" }, { FORCE_COLOR: "1", NO_COLOR: "1" }, { CI: "true" }].map(colored), [false, true, false, false]);
});

test("standard error is silent where it is no terminal", () => {
  assert.equal(payscore(["check", "-"], { input: lines(wrong) }).stderr, "");
});

test("an interrupted run says what was done, and its document is whole", { skip: onWindows }, async () => {
  const child = running(["check", "-", "--format", "ndjson", "--input-format", "ndjson", "--max-issues", "1"]);
  const [stdout, stderr, ended] = [textOf(child.stdout), textOf(child.stderr), once(child, "exit")];
  child.stdin.on("error", () => {});
  const chunk = lines(wrong).repeat(1000);
  // Standard input stays open: the run would go on for ever.
  child.stdin.write(chunk);
  await once(child.stdout, "data");
  child.kill("SIGINT");
  const [status] = await ended;
  assert.equal(status, 130);
  const { summary } = JSON.parse((await stdout).trimEnd().split("\n").at(-1));
  assert.equal(summary.interrupted, true);
  assert.ok(summary.orders > 0 && summary.orders <= 1000);
  assert.match(await stderr, new RegExp(`已中断，正在读取 stdin。共 ${summary.orders.toLocaleString("en-US")} 个订单`));
});

test("an interrupted build says what was composed, by threads too", { skip: onWindows }, async () => {
  for (const jobs of ["1", "2"]) {
    const child = running(["build", "-", "--format", "ndjson", "--input-format", "ndjson", "--jobs", jobs, "--now", "none"]);
    const [stdout, stderr, ended] = [textOf(child.stdout), textOf(child.stderr), once(child, "exit")];
    child.stdin.on("error", () => {});
    for (let count = 0; count < 20; count += 1) child.stdin.write(lines(order()).repeat(1000));
    await once(child.stdout, "data");
    child.kill("SIGINT");
    const [status] = await ended;
    const { summary } = JSON.parse((await stdout).trimEnd().split("\n").at(-1));
    assert.deepEqual([status, summary.interrupted], [130, true]);
    assert.match(await stderr, /已中断，正在读取 stdin。[\d,]+ 个请求已组装，0 个草稿有错误。/);
  }
});

test("a reader that has seen enough ends the run quietly", { skip: onWindows }, async () => {
  const child = running(["check", "-", "--format", "ndjson", "--input-format", "ndjson", "--max-issues", "all"]);
  child.stdin.on("error", () => {});
  const [stderr, ended] = [textOf(child.stderr), once(child, "exit")];
  for (let count = 0; count < 50; count += 1) child.stdin.write(lines(wrong).repeat(1000));
  await once(child.stdout, "data");
  child.stdout.destroy();
  const [status] = await ended;
  assert.deepEqual([status, await stderr], [141, ""]);
});

const inTerminal = (command, cwd) => spawnSync("script", ["-qec", command, "/dev/null"], { cwd, encoding: "utf8", input: "" });
const noTerminal = (process.platform !== "linux" || inTerminal("true").status !== 0) && "the command script, which makes a terminal, is not here";

test("a terminal sees how far the run is, how fast, and how long it will be; the results stay clean", { skip: noTerminal }, () => {
  const cwd = folderWith({ "orders.ndjson": lines(order()).repeat(20_000) });
  const { stdout, status } = inTerminal(`"${process.execPath}" "${script}" check orders.ndjson --format json > report.json`, cwd);
  assert.equal(status, 0);
  assert.match(stdout, /█* *░* *\d+% .*个订单 · [\d,]+\/s, [\d.]+ MB\/s · 剩余/);
  assert.equal(JSON.parse(readFileSync(join(cwd, "report.json"), "utf8")).orders, 20_000);
});

test("a file larger than what is held at once is checked in memory that does not grow", () => {
  const run = (orders) => {
    const cwd = folderWith({ "orders.ndjson": lines(order()).repeat(orders) });
    const measured = 'process.on("exit", () => console.error(process.resourceUsage().maxRSS));';
    const { stdout, stderr } = spawnSync(process.execPath, ["--import", `data:text/javascript,${encodeURIComponent(measured)}`, script, "check", "orders.ndjson", "--format", "json", "--jobs", "1"], { cwd, encoding: "utf8" });
    assert.equal(JSON.parse(stdout).orders, orders);
    return Number(stderr) / 1024;
  };
  const [small, large] = [run(50_000), run(500_000)];
  assert.ok(large < small + 40, `${Math.round(small)} MB, then ${Math.round(large)} MB for ten times the orders`);
});
