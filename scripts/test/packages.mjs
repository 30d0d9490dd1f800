import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../lib/command.mjs";
import { inProject } from "../lib/project.mjs";

/** Runs the command of an installed package. */
export function runPackage(name, args, command) {
  const folder = inProject("node_modules", name);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const script = command ? bin[command] : Object.values(bin)[0];
  run(process.execPath, [join(folder, script), ...args]);
}
