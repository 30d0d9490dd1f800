import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const manifestFile = createRequire(import.meta.url).resolve("payscore/package.json");
const { bin } = JSON.parse(readFileSync(manifestFile, "utf8"));
export const script = join(dirname(manifestFile), bin.payscore);

const { NO_COLOR: _, FORCE_COLOR: __, ...surroundings } = process.env;

/** Runs the command of the installed package and waits for its end. */
export function payscore(args, { input = "", cwd, env, encoding = "utf8" } = {}) {
  const options = { input, cwd, encoding, env: { ...surroundings, ...env }, maxBuffer: 1 << 28 };
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], options);
  return { status, stdout, stderr };
}

/** The same while it runs. */
export function running(args, options) {
  return spawn(process.execPath, [script, ...args], { env: surroundings, ...options });
}

export async function textOf(stream) {
  let text = "";
  for await (const chunk of stream) text += chunk;
  return text;
}

const folders = [];
process.on("exit", () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A new folder with these files, each text or bytes, which is removed after the tests. */
export function folderWith(files) {
  const folder = mkdtempSync(join(tmpdir(), "payscore-"));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export const order = (changes) => ({
  out_order_no: "DINNER-1",
  appid: "wxd678efh567hg6787",
  service_id: "00004000000000158201234567890123",
  post_payments: [{ name: "就餐费用", amount: 4000 }],
  total_amount: 4000,
  ...changes,
});

export const lines = (...orders) => orders.map((each) => `${typeof each === "string" ? each : JSON.stringify(each)}\n`).join("");

/** What `--format json` prints for a single file. */
export function checked(content, args = [], name = "orders.ndjson") {
  const { status, stdout, stderr } = payscore(["check", name, "--format", "json", ...args], { cwd: folderWith({ [name]: content }) });
  if (stdout === "") throw new Error(stderr);
  const { files, ...totals } = JSON.parse(stdout);
  return { status, totals, ...files[0], issues: files[0].found.flatMap(({ issues }) => issues) };
}

/** The entries of `build --format ndjson`, whose last line is the totals. */
export function entriesOf(stdout) {
  const all = stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
  if (all.at(-1)?.summary === undefined) throw new Error(`no summary: ${stdout}`);
  return all.slice(0, -1);
}

export const told = ({ line, column, code, pointer }) => `${line}:${column} ${code} ${pointer}`;
