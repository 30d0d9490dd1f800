import { readFileSync } from "node:fs";
import { inspect, isDeepStrictEqual } from "node:util";
import { builderOf } from "../../tests/package/tables.mjs";
import { answerTo } from "./examples.mjs";
import { bindgen } from "../build/paths.mjs";
import { refusalTable } from "./refusals.mjs";
import { words } from "./words.mjs";

const sources = JSON.parse(readFileSync(bindgen("sources.json"), "utf8"));

const DEFAULT_LOCALE = "zh-CN";
const MARK = "the place";

export function ruleIndex({ key, locale }, rules) {
  const { catalogue, severities } = words[key];
  const rows = rules.map(({ code, severity, meaning }) => `| [\`${code}\`](./${code}.md) | ${severities[severity]} | ${escaped(meaning[locale])} |`);
  return [
    front(catalogue.title, catalogue.description),
    `# ${catalogue.title}`,
    catalogue.introduction(rules.length),
    `## ${catalogue.refusals}`,
    refusalTable(key, (code) => `[\`${code}\`](./${code}.md)`),
    `## ${catalogue.all}`,
    [`| ${catalogue.columns.join(" | ")} |`, "|---|---|---|", ...rows].join("\n"),
    catalogue.after,
  ].join("\n\n");
}

export function rulePage({ key, locale }, { rule, remedy, example, issue, refusals }) {
  const { page, severities } = words[key];
  const meaning = rule.meaning[locale];
  return [
    front(rule.code, meaning),
    `# ${rule.code}`,
    `<span class="severity ${rule.severity}">${severities[rule.severity]}</span> ${escaped(meaning)}${page.stop}`,
    `## ${page.remedy}`,
    withCode(escaped(remedy[key])),
    `## ${page.example}`,
    exampleText(page, example, issue, locale),
    `## ${page.facts}`,
    [
      `| ${page.fact.join(" | ")} |`,
      "|---|---|",
      `| ${page.severity} | ${page.severityText[rule.severity]} |`,
      `| ${page.source} | ${escaped(rule.source[locale])} |`,
      `| \`params\` | ${rule.params.map((name) => `\`${name}\``).join(page.comma) || page.none} |`,
    ].join("\n"),
    `## ${page.refusal}`,
    refusals.length > 0 ? refusals.map((refusal) => refusalText(key, page, refusal)).join("\n\n") : page.noRefusal,
    page.more,
    "",
  ].join("\n\n");
}

function exampleText(page, example, issue, locale) {
  const { document, bytes, options, operation } = example;
  const { now, ...others } = options;
  const needsNow = now !== null || !isDeepStrictEqual(answerTo(example), answerTo({ ...example, options: others }));
  const shown = { ...(needsNow ? options : others), ...(locale !== DEFAULT_LOCALE && { locale }) };
  const verb = operation ? builderOf(operation) : "validateOrder";
  const passed = Object.keys(shown).length > 0 ? `, ${literal(shown)}` : "";
  return [
    bytes ? page.givenBytes : page.given,
    bytes ? fenced("text", bytes.trimEnd()) : fenced(`json{${lineOf(document, issue.path)}}`, JSON.stringify(document, null, 2)),
    page.called,
    fenced("js", bytes ? `validateBatch(bytes${passed});` : `${verb}(order${passed});`),
    page.found,
    `> ${escaped(issue.message)}`,
    fenced("json", shortListsInLine(JSON.stringify(issue, null, 2))),
  ].join("\n\n");
}

function refusalText(key, page, { code, text, suffix, cause, source }) {
  const named = [code && `\`${code}\``, suffix && `Request-Id …-${suffix.join("、")}`].filter(Boolean).join(page.comma);
  return [`> **${escaped(text)}**${named ? `  \n> ${named}` : ""}`, `${escaped(cause[key])}${page.reported(sources[source][key])}`].join("\n\n");
}

/** The line of formatted JSON on which a place begins; if the place is missing, that of the object around it. */
function lineOf(document, path) {
  if (path.length === 0) return 1;
  const copy = structuredClone(document);
  const around = path.slice(0, -1).reduce((place, key) => place?.[key], copy);
  if (around?.[path.at(-1)] === undefined) return lineOf(document, path.slice(0, -1));
  around[path.at(-1)] = MARK;
  return JSON.stringify(copy, null, 2).split("\n").findIndex((line) => line.includes(MARK)) + 1;
}

const literal = (value) => inspect(value, { depth: null, maxArrayLength: null, maxStringLength: null, breakLength: 80 });

export const front = (title, description) => `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(description)}\neditLink: false\n---`;

/** Formats names of fields and exports as code. */
const withCode = (text) => text.replaceAll("&#95;", "_").replaceAll(/[a-z]+(?:[A-Z]\w+|(?:_[a-z]+)+)(?:\.[a-z_]+)?/g, "`$&`");

const shortListsInLine = (json) => json.replaceAll(/\[\s+([^[\]{}]{0,80}?)\s+\]/g, (_, items) => `[${items.replaceAll(/,\s+/g, ", ")}]`);

export const fenced = (language, text) => `\`\`\`${language}\n${text}\n\`\`\``;

/** Escapes text so that neither HTML nor Vue interprets it. */
export const escaped = (text) => text.replaceAll(/[&<>{}*_|[\]]/g, (character) => `&#${character.codePointAt(0)};`);
