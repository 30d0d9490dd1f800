import { existsSync } from "node:fs";
import { type ErrorExplanation, explainError } from "payscore";
import { rules } from "payscore/rules";
import { fileRules } from "../../tables/issue";
import { colorsFor, outputTo } from "../output";
import { Unreadable } from "../problems";
import { textOf } from "../read/bytes";
import { inputOf } from "../read/inputs";
import type { Locale, Words } from "../words";
import { fileRuleText, ruleText, similarRule } from "./explain-rule";

interface ExplainFlags {
  format: string;
  operation?: string;
  requestId?: string;
}

/** The exit code for “not found”, as of the shell's own commands. */
const UNKNOWN = 1;

export async function explain(given: string, flags: ExplainFlags, locale: Locale, words: Words): Promise<number> {
  const rule = rules.find(({ code }) => code === given);
  if (rule) return say(rule, (color) => ruleText(rule, locale, words, color));
  const fileRule = fileRules.find(({ code }) => code === given);
  if (fileRule) return say(fileRule, (color) => fileRuleText(fileRule, locale, words, color));
  if (given !== "-" && !existsSync(given)) {
    if (looksLikeFile(given)) throw new Unreadable("no_file", `${given} ${words.noFile}`);
    if (looksLikeRule(given)) {
      console.error(words.noRule(given, similarRule(given)));
      return UNKNOWN;
    }
    return explainText(given);
  }
  return explainText(await textOf(inputOf(given), words));

  async function explainText(text: string): Promise<number> {
    const { operation, requestId } = flags;
    const explanation = explainError({ ...refusalOf(text), ...(operation && { operation }), ...(requestId && { requestId }) }, { locale });
    await say(explanation, (color) => refusalText(explanation, words, color));
    return explanation.matched === null ? UNKNOWN : 0;
  }

  async function say(answer: object, pretty: (color: ReturnType<typeof colorsFor>) => string): Promise<number> {
    const output = await outputTo(undefined, words);
    await output.write(`${flags.format === "json" ? JSON.stringify(answer, null, 2) : pretty(colorsFor(output))}\n`);
    return 0;
  }
}

/** A path, or a name with an extension. A refusal does not look like one: it has spaces, punctuation or Chinese before its last dot. */
const looksLikeFile = (given: string) => /^\S+$/.test(given) && (/^(?:[.~]{0,2}|[a-z]:)[\\/]/i.test(given) || /^[^"{}，。：；“”]+\.[a-z][a-z0-9]{0,5}$/i.test(given));

const looksLikeRule = (given: string) => /^[a-z]+(?:_[a-z]+)+$/.test(given);

/** An error body as the API sent it, or any text about the error. */
function refusalOf(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value;
  } catch {
    // Not JSON, so the text is the message.
  }
  return { message: text.trim() };
}

function refusalText({ message, retry, waitSeconds, rule, pointer }: ErrorExplanation, words: Words, color: ReturnType<typeof colorsFor>) {
  const lines = [message, "", `${color.bold(words.retry)}  ${words.retries[retry]}${waitSeconds === undefined ? "" : words.waitSeconds(waitSeconds)}`];
  if (pointer !== undefined) lines.push(`${color.bold(words.field)}  ${pointer}`);
  if (rule !== undefined) lines.push(`${color.bold(words.sameRule)}  ${rule}`);
  return lines.join("\n");
}
