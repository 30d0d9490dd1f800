import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { parse } from "yaml";
import { rules } from "../../pkg/index.js";
import { fileRules } from "../../pkg/tables/index.js";
import { Problem } from "../lib/command.mjs";
import { inProject } from "../lib/project.mjs";
import { answerTo, examples } from "./examples.mjs";
import { LANGUAGES } from "./languages.mjs";
import { rulePage, ruleIndex } from "./rule-page.mjs";

const read = (file) => parse(readFileSync(inProject(file), "utf8"));

/** A page for each code, in both languages, from the built package: its catalogue, and what it says of a row of tests/cases. */
export function writeRulePages() {
  const remedies = remediesOf(rules);
  const refusals = read("data/api-errors.yaml").messages;
  const rows = examples(rules.map(({ code }) => code));
  for (const language of LANGUAGES) {
    const folder = inProject("docs", language.folder, "rules");
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/index.md`, ruleIndex(language, [...rules, ...fileRules]));
    for (const rule of rules) {
      const example = rows.get(rule.code);
      const issue = answerTo(example, language.locale).find(({ code }) => code === rule.code);
      const facts = { rule, remedy: remedies[rule.code], example, issue, refusals: refusals.filter((refusal) => refusal.rule === rule.code) };
      writeFileSync(`${folder}/${rule.code}.md`, rulePage(language, facts));
    }
  }
}

function remediesOf(rules) {
  const remedies = read("docs/remedies.yaml");
  const lacking = rules.map(({ code }) => code).filter((code) => !remedies[code]?.zh || !remedies[code].en);
  const needless = Object.keys(remedies).filter((code) => !rules.some((rule) => rule.code === code));
  if (lacking.length + needless.length > 0) {
    throw new Problem(`docs/remedies.yaml must have an entry for each code, in both languages. Lacking: ${lacking.join(", ") || "none"}. Needless: ${needless.join(", ") || "none"}.`);
  }
  return remedies;
}
