import { readFileSync } from "node:fs";
import { Problem } from "../lib/command.mjs";
import { inProject } from "../lib/project.mjs";

const CRATES = ["Cargo.toml", "xtask/Cargo.toml", "fuzz/Cargo.toml"];
const PACKAGES = ["package.json", "docs/package.json", "bench/package.json"];

/** docs/dependencies.md must list every direct dependency, and no other. */
export function checkDependencies() {
  const told = [...readFileSync(inProject("docs/dependencies.md"), "utf8").matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);
  const direct = new Set([...CRATES.flatMap(crates), ...PACKAGES.flatMap(packages)]);
  const lacking = [...direct].filter((name) => !told.includes(name));
  const gone = told.filter((name) => !direct.has(name));
  if (lacking.length + gone.length > 0) {
    throw new Problem(`docs/dependencies.md must list every direct dependency. Missing: ${lacking.join(", ") || "none"}. Gone: ${gone.join(", ") || "none"}.`);
  }
}

function crates(manifest) {
  const sections = readFileSync(inProject(manifest), "utf8").split(/^\[/m).filter((section) => /^[^\]]*dependencies\]/.test(section));
  const names = sections.flatMap((section) => [...section.matchAll(/^([\w-]+) = /gm)].map(([, name]) => name));
  return names.filter((name) => name !== "payscore");
}

function packages(manifest) {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(inProject(manifest), "utf8"));
  return Object.keys({ ...dependencies, ...devDependencies });
}
