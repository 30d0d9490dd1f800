import { run } from "../lib/command.mjs";
import { once } from "../lib/once.mjs";
import { inProject } from "../lib/project.mjs";

export const inDocs = (...parts) => inProject("docs", ...parts);

const installed = { inputs: ["docs/package-lock.json"], outputs: ["docs/node_modules/.package-lock.json"] };

/** Installs what only the site needs. It is a lot, so it has its own lock file. */
export function installDocsPackages() {
  return once("docs-packages", installed, () => run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: inDocs() }));
}
