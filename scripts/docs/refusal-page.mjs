import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "yaml";
import { rules } from "../../pkg/index.js";
import { inProject } from "../lib/project.mjs";
import { LANGUAGES } from "./languages.mjs";
import { escaped, front } from "./rule-page.mjs";
import { words } from "./words.mjs";

/** A page of all refusals in `data/api-errors.yaml`, by call, in each language. */
export function writeRefusalPages() {
  const data = parse(readFileSync(inProject("data/api-errors.yaml"), "utf8"));
  for (const { key, folder } of LANGUAGES) writeFileSync(inProject("docs", folder, "refusals.md"), refusalPage(key, data));
}

function refusalPage(key, { codes, messages, later }) {
  const said = words[key].refusals;
  const byCall = Object.entries(said.operations).map(([operation, name]) => {
    const refusals = [...messages, later].filter(({ operations }) => operations.includes(operation));
    const ofCodes = operation === "all" ? [] : codes.filter(({ operations = [] }) => operations.includes(operation));
    return [`## ${name}`, table(key, [...refusals, ...ofCodes])].join("\n\n");
  });
  return [front(said.title, said.description), `# ${said.title}`, said.introduction, ...byCall, `## ${said.codes}`, said.codesIntroduction, table(key, codes), ""].join("\n\n");
}

function table(key, refusals) {
  const { columns } = words[key].refusals;
  const rows = refusals.map((refusal) => row(key, refusal));
  return [columns, columns.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function row(key, { code, text, suffix = [], meaning, cause, remedy, retry, wait_seconds, rule }) {
  const { retries, wait } = words[key].refusals;
  const space = key === "en" ? " " : "";
  return [
    [escaped(text), code && `\`${code}\``, ...suffix].filter(Boolean).join("<br>"),
    escaped(`${meaning[key]}${space}${cause[key]}`),
    escaped(remedy[key]),
    `${retries[retry]}${wait_seconds ? wait(wait_seconds) : ""}`,
    rules.some((known) => known.code === rule) ? `[\`${rule}\`](./rules/${rule}.md)` : rule ? `\`${rule}\`` : "",
  ];
}
