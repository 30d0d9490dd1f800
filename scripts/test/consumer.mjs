import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Problem, run } from "../lib/command.mjs";
import { inProject } from "../lib/project.mjs";
import { published } from "../build/paths.mjs";

/** The folder of a user who has installed the packed package, and nothing else. */
export const inConsumer = (...parts) => inProject("target/consumer", ...parts);

export function installTarball() {
  rmSync(inConsumer(""), { recursive: true, force: true });
  mkdirSync(inConsumer(""), { recursive: true });
  writeFileSync(inConsumer("package.json"), `${JSON.stringify({ name: "consumer", private: true, type: "module" })}\n`);
  run("npm", ["pack", "--loglevel=error", "--pack-destination", inConsumer("")], { cwd: published("") });
  run("npm", ["install", "--loglevel=error", "--offline", "--no-audit", "--no-fund", tarball()], { cwd: inConsumer("") });
  // A test's location determines which `payscore` it imports.
  for (const folder of ["tests", "examples", "data"]) cpSync(inProject(folder), inConsumer(folder), { recursive: true });
}

export function tarball() {
  const name = readdirSync(inConsumer("")).find((file) => file.endsWith(".tgz"));
  if (name === undefined) throw new Problem("npm pack left no tarball");
  return inConsumer(name);
}

export function testFiles(suite) {
  const folder = inConsumer("tests", suite);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".test.mjs"))
    .map((file) => join(folder, file));
}
