import { readdirSync } from "node:fs";
import { build } from "../build/all.mjs";
import { overBudget } from "../build/sizes.mjs";
import { Problem, run } from "../lib/command.mjs";
import { onceWith } from "../lib/once.mjs";
import { inProject } from "../lib/project.mjs";
import { buildPage } from "../page/build.mjs";
import { runConsumers } from "./consumers.mjs";
import { inConsumer, installTarball, tarball, testFiles } from "./consumer.mjs";
import { buildDocs } from "../docs/build.mjs";
import { checkDependencies } from "../docs/dependencies.mjs";
import { checkDeclarations, checkNoAny } from "./declarations.mjs";
import { checkCodeBlocks } from "./documents.mjs";
import { otherNode } from "./nodes.mjs";
import { checkBaseline, checkGenerated } from "./generated.mjs";
import { checkFault } from "./fault.mjs";
import { runPackage } from "./packages.mjs";
import { requireBrowser } from "./page.mjs";
import { checkStack } from "./stack.mjs";

const WARNINGS_FAIL = ["--", "--deny", "warnings"];

/** The command line's tests that depend on the engine: streams, threads, standard input and unpacking. */
const ON_THE_ENGINE = ["commands", "inputs", "jobs", "workbook"];

/** What the installed package is made of, and all that is tried on it. */
const INSTALLED = ["pkg", "tests", "examples", "bench", "data", "scripts", "package.json", "package-lock.json"];

export const steps = [
  ["Rust: formatted", () => run("cargo", ["fmt", "--all", "--check"])],
  ["Rust: clippy", () => run("cargo", ["clippy", "--quiet", "--workspace", "--all-targets", ...WARNINGS_FAIL])],
  [
    "Rust: clippy of the code that only the wasm has",
    () => {
      for (const features of ["", "bytes", "fault"]) {
        run("cargo", ["clippy", "--quiet", "--package", "payscore", "--lib", "--features", features, "--target", "wasm32-unknown-unknown", ...WARNINGS_FAIL]);
      }
    },
  ],
  ["Rust: tests", () => run("cargo", ["test", "--workspace"])],
  ["Package: the loader's types", () => runPackage("typescript", ["--project", inProject("pkg-template")], "tsc")],
  ["Package: build", build],
  ["Package: sizes within the budget", checkSizes],
  ["Package: the six packages it is built with are at work", checkStack],
  ["Package: a panic says where, and the next call works", checkFault],
  ["Package: declarations are the accepted ones", checkDeclarations],
  ["Package: declarations without the type any", checkNoAny],
  ["Package: packed, and installed into an empty folder", installTarball],
  ["Types: moduleResolution node16", () => checkTypes("node16")],
  ["Types: moduleResolution bundler", () => checkTypes("bundler")],
  ["Types: the oldest TypeScript", () => checkTypes("node16", "typescript-oldest")],
  ["Types: what an editor suggests and shows", () => runTests(process.execPath, "types")],
  unlessPassed("End to end: this Node", INSTALLED, () => runEndToEnd(process.execPath)),
  unlessPassed("End to end: Node 18", INSTALLED, () => runEndToEnd(otherNode("18.20.8"))),
  unlessPassed("End to end: Node 22", INSTALLED, () => runEndToEnd(otherNode("22.23.3"))),
  unlessPassed("End to end: generated orders, against the oracle and general properties", INSTALLED, () => checkGenerated("oracle")),
  unlessPassed("End to end: both doors over generated orders, in every layout and damaged", INSTALLED, () => checkGenerated("doors")),
  unlessPassed("End to end: tables as people and machines leave them", INSTALLED, () => checkGenerated("tables")),
  ["Command line: types", () => runPackage("typescript", ["--project", inProject("pkg-template/cli")], "tsc")],
  unlessPassed("Command line: this Node", INSTALLED, () => runTests(process.execPath, "cli")),
  unlessPassed("Command line: Node 18, what depends on the engine", INSTALLED, () => runTests(otherNode("18.20.8"), "cli", ON_THE_ENGINE)),
  ["Benchmark: its baseline finds what the package finds", checkBaseline],
  unlessPassed("Endurance: growth by shape, mixed calls, many workers", INSTALLED, () => runTests(process.execPath, "endurance")),
  ["Example", () => run(process.execPath, ["examples/complete.mjs"], { cwd: inConsumer("") })],
  unlessPassed("Consumers: the environments and form libraries of our users", INSTALLED, () => runConsumers()),
  ["Page: types", () => runPackage("vue-tsc", ["--project", inProject("www")])],
  ["Page: build", buildPage],
  ["Documents: built, without broken links", buildDocs],
  ["Documents: the READMEs agree with the package", checkReadmes],
  ["Documents: every dependency has a reason", checkDependencies],
  unlessPassed("Documents: every code block runs", [...INSTALLED, "docs", "README.md", "README.en.md", "CONTRIBUTING.md"], checkCodeBlocks),
  ["Package: publint", () => runPackage("publint", ["run", tarball(), "--strict"])],
  ["Package: are the types wrong", () => runPackage("@arethetypeswrong/cli", [tarball()])],
  unlessPassed("Page and documents: used in Chromium as a person would", [...INSTALLED, "www/dist"], runPageTests),
];

/** A step that takes long: what passed is not done again before something it looks at has changed. */
function unlessPassed(name, inputs, work) {
  const stamp = `passed ${name} ${process.version}`.replaceAll(/[^\w.]+/g, "-");
  return [
    name,
    async () => {
      if (!(await onceWith(stamp, inputs, work))) console.log("passed before, and nothing that it looks at has changed since (target/stamps)");
    },
  ];
}

function checkSizes() {
  const tooBig = overBudget();
  if (tooBig.length > 0) throw new Problem(tooBig.join("\n"));
}

async function checkReadmes() {
  const readmes = await import("../docs/readme.mjs");
  readmes.checkReadmes();
}

function checkTypes(moduleResolution, compiler = "typescript") {
  runPackage(compiler, ["--project", inConsumer(`tests/types/tsconfig.${moduleResolution}.json`)], "tsc");
}

async function runPageTests() {
  await requireBrowser();
  const files = readdirSync(inProject("tests/page")).filter((file) => file.endsWith(".test.mjs"));
  run(process.execPath, ["--test", "--test-reporter=spec", ...files.map((file) => inProject("tests/page", file))]);
}

function runEndToEnd(node) {
  runTests(node, "package");
}

function runTests(node, suite, only) {
  const files = testFiles(suite).filter((file) => !only || only.some((name) => file.endsWith(`/${name}.test.mjs`)));
  run(node, ["--test", "--test-reporter=spec", ...files], { cwd: inConsumer("") });
}
