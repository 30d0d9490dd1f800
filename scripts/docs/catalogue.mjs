import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { rules } from "../../pkg/index.js";
import { Problem } from "../lib/command.mjs";
import { inProject } from "../lib/project.mjs";
import { answerTo, examples } from "./examples.mjs";

/** Each rule with its remedy, its example, and the issue that the package just built finds in it, by locale. */
export function catalogue() {
  const remedies = remediesOf(rules);
  const rows = examples(rules.map(({ code }) => code));
  return rules.map((rule) => {
    const example = rows.get(rule.code);
    const issue = (locale) => answerTo(example, locale).find(({ code }) => code === rule.code);
    return { rule, remedy: remedies[rule.code], example, issues: { "zh-CN": issue("zh-CN"), en: issue("en") } };
  });
}

function remediesOf(rules) {
  const remedies = parse(readFileSync(inProject("docs/remedies.yaml"), "utf8"));
  const lacking = rules.map(({ code }) => code).filter((code) => !remedies[code]?.zh || !remedies[code].en);
  const needless = Object.keys(remedies).filter((code) => !rules.some((rule) => rule.code === code));
  if (lacking.length + needless.length > 0) {
    throw new Problem(`docs/remedies.yaml must have an entry for each code, in both languages. Missing: ${lacking.join(", ") || "none"}. Superfluous: ${needless.join(", ") || "none"}.`);
  }
  return remedies;
}
