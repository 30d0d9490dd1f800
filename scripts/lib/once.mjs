import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { inProject, projectFolder } from "./project.mjs";

/**
 * Does the work unless it was done before from the same inputs and its outputs are still what it left. Tells whether it did.
 * Inputs and outputs are files or folders of the project.
 */
export async function once(name, { inputs, outputs }, work) {
  const stamp = inProject("target/stamps", name);
  const state = () => contentHash([...inputs, ...outputs]);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === state()) return false;
  await work();
  mkdirSync(inProject("target/stamps"), { recursive: true });
  writeFileSync(stamp, state());
  return true;
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
