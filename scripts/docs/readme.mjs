import { readFileSync, writeFileSync } from "node:fs";
import { Problem } from "../lib/command.mjs";
import { inProject } from "../lib/project.mjs";
import { measuredTable } from "./measured.mjs";
import { refusalTable } from "./refusals.mjs";

const READMES = { "README.md": "zh", "README.en.md": "en" };
const BLOCKS = { refusals: refusalTable, measured: measuredTable };

/** Fills the marked blocks of the READMEs with the output of the package and the benchmark. */
export function fillReadmes() {
  for (const [file, key] of Object.entries(READMES)) writeFileSync(inProject(file), filled(file, key));
}

export function checkReadmes() {
  const stale = Object.entries(READMES).filter(([file, key]) => readFileSync(inProject(file), "utf8") !== filled(file, key));
  if (stale.length > 0) throw new Problem(`${stale.map(([file]) => file).join(" and ")} no longer agree with the package and bench/results.md. To update: npm run readme`);
}

function filled(file, key) {
  return Object.entries(BLOCKS).reduce((text, [name, write]) => {
    const block = new RegExp(`(<!-- ${name}:[^\\n]*-->\\n)[\\s\\S]*?(<!-- /${name} -->)`);
    if (!block.test(text)) throw new Problem(`${file} has no block "${name}"`);
    return text.replace(block, (_, begin, end) => `${begin}\n${write(key)}\n\n${end}`);
  }, readFileSync(inProject(file), "utf8"));
}
