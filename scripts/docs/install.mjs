import { run } from "../lib/command.mjs";
import { once } from "../lib/once.mjs";
import { inProject } from "../lib/project.mjs";

export const inDocs = (...parts) => inProject("docs", ...parts);

const installed = { inputs: ["docs/package-lock.json"], outputs: ["docs/node_modules/.package-lock.json"] };

/** What the site alone needs, which is as much as many a project: it has a lock file of its own. */
export function installDocsPackages() {
  return once("docs-packages", installed, () => run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: inDocs() }));
}
