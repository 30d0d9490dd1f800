import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import color from "picocolors";
import { Problem } from "../lib/command.mjs";
import { inProject } from "../lib/project.mjs";
import { browserLaunch } from "../page/browser.mjs";
import { inConsumer } from "./consumer.mjs";

const AT_ONCE = 2;
/** The exit code of a consumer that this machine cannot run; its last line says why. */
const SKIPPED = 77;
const MINUTES = 60_000;
const FORMS = "forms";
const sources = (folder, ...parts) => inProject(folder === FORMS ? "tests" : "tests/consumers", folder, ...parts);
const inConsumers = (...parts) => inProject("target/consumers", ...parts);

/** Runs every folder of tests/consumers, and tests/forms, with the tarball installed, as its users would; then prints a table. */
export async function runConsumers(only = []) {
  const folders = [FORMS, ...readdirSync(inProject("tests/consumers")).filter((folder) => folder !== "common")];
  const chosen = folders.filter((folder) => only.length === 0 || only.includes(folder));
  putBesideAll();
  const environment = { ...process.env, ...(await browser()) };
  const results = await inParallel(chosen, (folder) => runConsumer(folder, environment));
  for (const { environment: name, output } of results.filter(({ outcome }) => outcome === "failed")) {
    console.error(`\n${color.bold(name)}\n${output}`);
  }
  console.log(table(results));
  const failed = results.filter(({ outcome }) => outcome === "failed");
  if (failed.length > 0) throw new Problem(`failed: ${failed.map(({ environment: name }) => name).join(", ")}`);
}

/** The package and the helpers, for pages that take them from the server's root and for all imports of `../common`. */
function putBesideAll() {
  for (const [from, to] of [
    [sources("common"), inConsumers("common")],
    [inConsumer("node_modules/payscore"), inConsumers("node_modules/payscore")],
  ]) {
    rmSync(to, { recursive: true, force: true });
    cpSync(from, to, { recursive: true });
  }
}

async function browser() {
  try {
    const { env, ...launch } = await browserLaunch();
    const { FONTCONFIG_FILE } = env ?? {};
    return { CONSUMER_BROWSER: JSON.stringify(launch), ...(FONTCONFIG_FILE && { FONTCONFIG_FILE }) };
  } catch (error) {
    if (error instanceof Problem) return { CONSUMER_NO_BROWSER: error.message };
    throw error;
  }
}

async function runConsumer(folder, environment) {
  const { consumer, dependencies = {} } = JSON.parse(readFileSync(sources(folder, "package.json"), "utf8"));
  const result = (outcome, output) => {
    console.log(`${mark(outcome)} ${consumer.environment}`);
    return { ...consumer, version: versionOf(folder, consumer.version, dependencies), outcome, output };
  };
  if (consumer.version === "chromium" || consumer.loads.includes("Chromium")) {
    if (environment.CONSUMER_NO_BROWSER) return result("skipped", environment.CONSUMER_NO_BROWSER);
  }
  const installed = await install(folder, dependencies);
  if (installed.status !== 0) return result("skipped", `npm could not install ${Object.keys(dependencies).join(", ")}`);
  const { status, output } = await execute("npm", ["run", "--silent", "test"], inConsumers(folder), environment);
  if (status === 0) return result("passed", output);
  return result(status === SKIPPED ? "skipped" : "failed", output);
}

/** A consumer's packages are kept as long as its package.json lists the same ones. */
async function install(folder, dependencies) {
  const stamp = inConsumers(folder, "node_modules/.installed-for-consumer");
  const wanted = JSON.stringify(dependencies);
  const kept = existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
  for (const name of existsSync(inConsumers(folder)) ? readdirSync(inConsumers(folder)) : []) {
    if (name !== "node_modules" || !kept) rmSync(inConsumers(folder, name), { recursive: true, force: true });
  }
  cpSync(sources(folder), inConsumers(folder), { recursive: true });
  let outcome = { status: 0, output: "" };
  if (!kept && wanted !== "{}") {
    outcome = await execute("npm", ["install", "--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"], inConsumers(folder), process.env);
  }
  const own = inConsumers(folder, "node_modules/payscore");
  rmSync(own, { recursive: true, force: true });
  mkdirSync(inConsumers(folder, "node_modules"), { recursive: true });
  cpSync(inConsumer("node_modules/payscore"), own, { recursive: true });
  if (outcome.status === 0) writeFileSync(stamp, wanted);
  return outcome;
}

function execute(command, args, cwd, env) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd, env, shell: process.platform === "win32", timeout: 5 * MINUTES });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
    child.on("error", ({ message }) => done({ status: 1, output: message }));
    child.on("close", (status) => done({ status: status ?? 1, output: output.trim() }));
  });
}

async function inParallel(items, work) {
  const results = [];
  const waiting = items.entries();
  const worker = async () => {
    for (const [at, item] of waiting) results[at] = await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

function versionOf(folder, tool, dependencies) {
  if (tool === undefined) return process.version.slice(1);
  return dependencies[tool] ?? "";
}

const mark = (outcome) => ({ passed: color.green("✓"), failed: color.red("✗"), skipped: color.yellow("–") })[outcome];

function table(results) {
  const rows = results.map(({ environment, version, loads, outcome, output }) => [environment, version, loads, outcome === "skipped" ? `skipped: ${output.split("\n").at(-1)}` : outcome]);
  const all = [["environment", "version", "how loaded", "outcome"], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column].length)));
  return `\n${all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")).join("\n")}`;
}
