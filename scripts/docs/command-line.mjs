import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileRules, tableColumns } from "../../pkg/tables/index.js";
import { published } from "../build/paths.mjs";
import { inProject } from "../lib/project.mjs";
import { fileRulePage } from "./file-rule-page.mjs";
import { LANGUAGES } from "./languages.mjs";
import { front } from "./rule-page.mjs";
import { words } from "./words.mjs";

const COMMANDS = ["check", "build", "explain", "diff", "industries", "schema"];

/** Writes the parts of the command line's pages that come from it: its help, its columns, its codes. */
export function writeCommandLinePages() {
  for (const language of LANGUAGES) {
    const folder = inProject("docs", language.folder, "cli");
    mkdirSync(join(folder, "help"), { recursive: true });
    for (const command of COMMANDS) writeFileSync(join(folder, "help", `${command}.txt`), payscore([command, "--help", "--locale", language.locale]));
    writeFileSync(join(folder, "columns.md"), columnsPage(language));
    for (const rule of fileRules) writeFileSync(inProject("docs", language.folder, "rules", `${rule.code}.md`), fileRulePage(language, rule, issueOf(rule, language)));
  }
}

function payscore(args, cwd) {
  return spawnSync(process.execPath, [published("cli.js"), ...args], { cwd, encoding: "utf8" }).stdout;
}

/** The issue found in a code's own example. */
function issueOf({ code, example: { file, content } }, { locale }) {
  const folder = mkdtempSync(join(tmpdir(), "payscore-"));
  writeFileSync(join(folder, file), content);
  const { files } = JSON.parse(payscore(["check", file, "--now", "none", "--format", "json", "--locale", locale], folder));
  rmSync(folder, { recursive: true });
  return files[0].found.flatMap(({ issues }) => issues).find((issue) => issue.code === code);
}

function columnsPage({ key }) {
  const { title, description, introduction, columns, kinds, unit, of } = words[key].tables;
  const tables = Object.entries(tableColumns).flatMap(([operation, fields]) => [
    `## ${operation}`,
    [`| ${columns.join(" | ")} |`, "|---|---|---|---|", ...fields.map((field) => `| ${namesOf(field, unit)} | \`${field.path.join(".")}\` | ${of[field.of]} | ${kinds[field.kind]} |`)].join("\n"),
  ]);
  return [front(title, description), `# ${title}`, introduction, ...tables, ""].join("\n\n");
}

const namesOf = ({ names, kind }, unit) => names.map((name, at) => `\`${name}${at === 0 && kind === "money" ? unit : ""}\``).join(" ");
