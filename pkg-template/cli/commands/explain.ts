import { existsSync } from "node:fs";
import { type ErrorExplanation, explainError } from "payscore";
import { colorsFor, outputTo } from "../output";
import { textOf } from "../read/bytes";
import { inputOf } from "../read/inputs";
import type { Locale, Words } from "../words";

interface ExplainFlags {
  format: string;
  operation?: string;
  requestId?: string;
}

export async function explain(given: string, { format, operation, requestId }: ExplainFlags, locale: Locale, words: Words): Promise<number> {
  const text = given === "-" || existsSync(given) ? await textOf(inputOf(given), words) : given;
  const explanation = explainError({ ...refusalOf(text), ...(operation && { operation }), ...(requestId && { requestId }) }, { locale });
  const output = await outputTo(undefined, words);
  const told = format === "json" ? JSON.stringify(explanation, null, 2) : prettyOf(explanation, words, colorsFor(output));
  await output.write(`${told}\n`);
  return 0;
}

/** An answer of the API as it came, or any text that speaks of the error. */
function refusalOf(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value;
  } catch {
    // Not JSON, so it is a message.
  }
  return { message: text.trim() };
}

function prettyOf({ message, retry, waitSeconds, rule, pointer }: ErrorExplanation, words: Words, color: ReturnType<typeof colorsFor>) {
  const lines = [message, "", `${color.bold(words.retry)}  ${words.retries[retry]}${waitSeconds === undefined ? "" : words.waitSeconds(waitSeconds)}`];
  if (pointer !== undefined) lines.push(`${color.bold(words.field)}  ${pointer}`);
  if (rule !== undefined) lines.push(`${color.bold(words.sameRule)}  ${rule}`);
  return lines.join("\n");
}
