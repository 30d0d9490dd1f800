import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import color from "picocolors";
import ts from "typescript";
import { parse } from "yaml";
import { Problem } from "../lib/command.mjs";
import { inProject } from "../lib/project.mjs";
import { inConsumer } from "./consumer.mjs";

const READMES = ["README.md", "README.en.md", "CONTRIBUTING.md"];
const inBlocks = (...parts) => inConsumer("documents", ...parts);

/** Every code block of the documents is type-checked and run with the installed package, or says why it is not. */
export async function checkCodeBlocks() {
  rmSync(inBlocks(), { recursive: true, force: true });
  mkdirSync(inBlocks(), { recursive: true });
  for (const file of ["prelude.mjs", "prelude.d.ts"]) writeFileSync(inBlocks(file), readFileSync(inProject("tests/documents", file)));
  writeFilesOfCommands();
  const blocks = documents().flatMap(blocksOf);
  const [examples, others] = split(blocks, ({ document }) => /\/rules\/(?!index)/.test(document));
  const faults = [...others.flatMap(faultsOf), ...typeFaults(), ...(await faultsOfExamples(examples)), ...snippetsThatNothingRuns()];
  for (const { document, line, reason } of blocks.filter(({ reason }) => reason)) console.log(color.yellow(`not run: ${document}:${line}: ${reason}`));
  if (faults.length > 0) throw new Problem(faults.join("\n\n"));
  console.log(`${blocks.length} blocks in ${new Set(blocks.map(({ document }) => document)).size} documents`);
}

function documents() {
  const site = readdirSync(inProject("docs"), { recursive: true }).filter((file) => file.endsWith(".md") && !/node_modules|^(en\/)?api\//.test(file));
  return [...READMES, ...site.map((file) => join("docs", file))];
}

function blocksOf(document) {
  const text = readFileSync(inProject(document), "utf8");
  return [...text.matchAll(/(?:<!-- not run: (.*?) -->\n)?^```(\w*)[^\n]*\n([\s\S]*?)^```$/gm)].map(({ 1: reason, 2: language, 3: code, index }) => {
    const line = text.slice(0, index).split("\n").length;
    return { document, line, reason, language, code };
  });
}

/** What is wrong with a single block. */
function faultsOf({ document, line, reason, language, code }) {
  if (reason) return [];
  const at = `${document}:${line}`;
  switch (language) {
    case "js":
      return faultsOfRun(at, document, line, code);
    case "sh":
      return code.trim().split("\n").flatMap((command) => faultsOfCommand(at, command));
    case "json":
      return thrown(at, () => JSON.parse(code));
    case "yaml":
      return thrown(at, () => parse(code));
    default:
      return [`${at}: a block of “${language}” is neither run nor marked <!-- not run: why -->`];
  }
}

/** Runs a block, which must print what its comments say. */
function faultsOfRun(at, document, line, code) {
  const name = `${document.replaceAll(/\W/g, "-")}-${line}`;
  writeFileSync(inBlocks(`${name}.mts`), `/// <reference path="./prelude.d.ts" />\n${code}\nexport {};\n`);
  writeFileSync(inBlocks(`${name}.mjs`), `import "./prelude.mjs";\n${code}`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [inBlocks(`${name}.mjs`)], { encoding: "utf8" });
  if (status !== 0) return [`${at}:\n${withoutBundles(stderr)}`];
  const promised = [...code.matchAll(/console\.log\(.*\);\n\s*\/\/ (.*)/g)].map(([, text]) => text);
  const printed = stdout.split("\n").filter(Boolean);
  return isDeepStrictEqual(printed, promised) ? [] : [`${at}: the comments promise\n  ${promised.join("\n  ")}\nbut it prints\n  ${printed.join("\n  ")}`];
}

/** A stack trace quotes the line it comes from, which in a bundle is the whole file. */
const withoutBundles = (text) => text.split("\n").filter((line) => line.length < 500).join("\n");

/** Runs our own commands in a folder with the files they name. Issues are a valid result; wrong usage and a crash are not. */
function faultsOfCommand(at, command) {
  if (!command.startsWith("npx payscore ")) return [`${at}: “${command}” is not one of our commands, and not marked <!-- not run: why -->`];
  const { status, stderr } = spawnSync(command, { cwd: inBlocks(), shell: true, encoding: "utf8" });
  return [0, 1].includes(status) ? [] : [`${at}: ${command}\n${stderr}`];
}

/** Writes the files that the documents' commands name, from the examples. */
function writeFilesOfCommands() {
  const line = (file) => `${JSON.stringify(JSON.parse(readFileSync(inProject("examples", file), "utf8")))}\n`;
  writeFileSync(inBlocks("orders.ndjson"), line("good-order.json"));
  writeFileSync(inBlocks("created.ndjson"), line("good-order.json"));
  for (const name of ["完结.csv", "completions.csv"]) copyFileSync(inProject("examples/completions.csv"), inBlocks(name));
  const { total_amount: _, ...draft } = JSON.parse(readFileSync(inProject("examples/good-order.json"), "utf8"));
  writeFileSync(inBlocks("drafts.ndjson"), `${JSON.stringify(draft)}\n`);
  writeFileSync(inBlocks("paid.csv"), "订单号,收款时间\nA1,2025-06-01 20:00:00\n");
  writeFileSync(inBlocks("disputed.csv"), "订单号,项目名称,金额（元）,修改原因\nA1,就餐费用,38.00,少收酒水\n");
  writeFileSync(inBlocks("answer.json"), JSON.stringify({ code: "INVALID_REQUEST", message: "订单重入参数校验失败" }));
  for (const name of ["first.json", "again.json"]) writeFileSync(inBlocks(name), JSON.stringify(draft));
}

function typeFaults() {
  const files = readdirSync(inBlocks()).filter((file) => file.endsWith(".mts")).map((file) => inBlocks(file));
  const program = ts.createProgram(files, {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
    strict: true,
    noEmit: true,
    types: [],
  });
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const where = file && `${file.fileName}:${file.getLineAndCharacterOfPosition(start).line + 1}: `;
    return `${where ?? ""}${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}

/** A rule's page shows an order or a file, a call and the resulting issue: the call is repeated with the installed package. */
async function faultsOfExamples(blocks) {
  const pages = [...new Set(blocks.map(({ document }) => document))].map((document) => ({ document, parts: blocks.filter((block) => block.document === document).map(({ code }) => code) }));
  const [ofFiles, ofOrders] = split(pages, ({ parts: [, call] }) => call.startsWith("npx payscore "));
  return [...ofFiles.flatMap(faultsOfFileExample), ...(await faultsOfOrderExamples(ofOrders))];
}

function faultsOfFileExample({ document, parts: [given, call, issue] }) {
  const [, , , file] = call.split(" ");
  writeFileSync(inBlocks(file), given);
  const { stdout } = spawnSync(`${call.trim()} --format json`, { cwd: inBlocks(), shell: true, encoding: "utf8" });
  const found = JSON.parse(stdout).files[0].found.flatMap(({ issues }) => issues);
  return found.some((one) => isDeepStrictEqual(one, JSON.parse(issue))) ? [] : [`${document}: the call does not give the issue`];
}

async function faultsOfOrderExamples(examplesOfPages) {
  const file = inBlocks("examples.mjs");
  const pages = examplesOfPages.map(({ document, parts: [given, call, issue] }) => {
    const [name, value] = call.startsWith("validateBatch") ? ["bytes", JSON.stringify(given)] : ["order", given];
    return `{ document: ${JSON.stringify(document)}, issue: ${issue}, found: ((${name}) => payscore.${call.trim().replace(/;$/, "")})(${value.trim()}) }`;
  });
  writeFileSync(file, `import * as payscore from "payscore";\nexport default [\n${pages.join(",\n")}\n];\n`);
  const { default: examples } = await import(file);
  return examples.filter(({ issue, found }) => !issuesIn(found).some((one) => isDeepStrictEqual(JSON.parse(JSON.stringify(one)), issue))).map(({ document }) => `${document}: the call does not give the issue`);
}

const issuesIn = (answer) => answer.issues ?? answer.found.flatMap(({ issues }) => issues);

/** A page may include code only from files that the consumers run. */
function snippetsThatNothingRuns() {
  return documents()
    .flatMap((document) => [...readFileSync(inProject(document), "utf8").matchAll(/^<<< (\S+)/gm)].map(([, file]) => ({ document, file })))
    // The command line's help is its own output.
    .filter(({ file }) => !/^@\/\.\.\/tests\/(consumers|forms)\/|^\.\/help\//.test(file))
    .map(({ document, file }) => `${document}: no test runs ${file}`);
}

function thrown(at, work) {
  try {
    work();
    return [];
  } catch (error) {
    return [`${at}: ${error.message}`];
  }
}

function split(items, condition) {
  return [items.filter(condition), items.filter((item) => !condition(item))];
}
