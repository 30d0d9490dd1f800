import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { parse } from "yaml";
import { rules } from "../../pkg/index.js";
import { fileRules } from "../../pkg/tables/index.js";
import { inProject } from "../lib/project.mjs";
import { catalogue } from "./catalogue.mjs";
import { LANGUAGES } from "./languages.mjs";
import { rulePage, ruleIndex } from "./rule-page.mjs";

/** A page for each code, in both languages, from the built package: its catalogue, and its result for a row of tests/cases. */
export function writeRulePages() {
  const refusals = parse(readFileSync(inProject("data/api-errors.yaml"), "utf8")).messages;
  const entries = catalogue();
  for (const language of LANGUAGES) {
    const folder = inProject("docs", language.folder, "rules");
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/index.md`, ruleIndex(language, [...rules, ...fileRules]));
    for (const { rule, remedy, example, issues } of entries) {
      const facts = { rule, remedy, example, issue: issues[language.locale], refusals: refusals.filter((refusal) => refusal.rule === rule.code) };
      writeFileSync(`${folder}/${rule.code}.md`, rulePage(language, facts));
    }
  }
}
