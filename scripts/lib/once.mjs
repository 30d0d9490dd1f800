import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { inProject, projectFolder } from "./project.mjs";

/**
 * Does the work unless it was done before from the same inputs and its outputs are still what it left.
 * Inputs and outputs are files or folders of the project.
 */
export async function once(name, { inputs, outputs }, work) {
  const state = () => contentHash([...inputs, ...outputs]);
  if (isStamped(name, state())) return;
  await work();
  stamp(name, state());
}

/** Does what only reads its inputs unless it was done before with these. Tells whether it did. */
export async function onceWith(name, inputs, work) {
  // As they were when it began: what is edited meanwhile was not looked at.
  const state = contentHash(inputs);
  if (isStamped(name, state)) return false;
  await work();
  stamp(name, state);
  return true;
}

const stampOf = (name) => inProject("target/stamps", name);

const isStamped = (name, state) => existsSync(stampOf(name)) && readFileSync(stampOf(name), "utf8") === state;

function stamp(name, state) {
  mkdirSync(inProject("target/stamps"), { recursive: true });
  writeFileSync(stampOf(name), state);
}

function contentHash(paths) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap((path) => filesUnder(inProject(path)))) {
    hash.update(`${relative(projectFolder, file)}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    // What npm installs follows from the lock file.
    .filter((name) => name !== "node_modules")
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
