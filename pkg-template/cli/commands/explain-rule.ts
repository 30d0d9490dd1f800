import { inspect } from "node:util";
import { type RuleExplanation, rules } from "payscore/rules";
import { type FileRule, fileRules } from "../../tables/issue";
import type { colorsFor } from "../output";
import type { Locale, Words } from "../words";

/** What a rule's page says, as text for the terminal. */
export function ruleText({ code, severity, meaning, remedy, example }: RuleExplanation, locale: Locale, words: Words, color: ReturnType<typeof colorsFor>): string {
  const { call, input, options, issue } = example;
  const passed = Object.keys(options).length > 0 ? `, ${inspect(options, { depth: null, breakLength: Number.POSITIVE_INFINITY })}` : "";
  const given = typeof input === "string" ? input.trimEnd() : JSON.stringify(input, null, 2);
  const place = issue.pointer === "" ? "" : ` ${color.dim(issue.pointer)}`;
  return [
    `${color.bold(code)}  ${words[severity]}`,
    meaning[locale],
    "",
    color.bold(words.remedy),
    indented(remedy[locale]),
    "",
    color.bold(words.example),
    indented(given),
    indented(`${call}(…${passed})`),
    indented(`→ ${issue.message[locale]}${place}`),
    "",
    `${color.bold(words.source)}  ${issue.source[locale]}`,
  ].join("\n");
}

/** The same for a rule on files. */
export function fileRuleText({ code, severity, meaning, remedy, source, example }: FileRule, locale: Locale, words: Words, color: ReturnType<typeof colorsFor>): string {
  return [
    `${color.bold(code)}  ${words[severity]}`,
    meaning[locale],
    "",
    color.bold(words.remedy),
    indented(remedy[locale]),
    "",
    color.bold(words.example),
    indented(`${example.file}\n${example.content.trimEnd()}`),
    indented(`payscore check ${example.file}`),
    "",
    `${color.bold(words.source)}  ${source[locale]}`,
  ].join("\n");
}

const indented = (text: string) => text.replaceAll(/^/gm, "  ");

/** The code most similar to what was asked for, if any is similar: compared by pairs of letters. */
export function similarRule(given: string): string | undefined {
  const ranked = [...rules, ...fileRules].map(({ code }) => ({ code, likeness: likeness(code, given) })).sort((one, other) => other.likeness - one.likeness);
  return ranked.find(({ likeness }) => likeness > 0.6)?.code;
}

function likeness(one: string, other: string): number {
  const [some, others] = [pairs(one), pairs(other)];
  return (2 * some.filter((pair) => others.includes(pair)).length) / (some.length + others.length);
}

const pairs = (text: string) => Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2));
