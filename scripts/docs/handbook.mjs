import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { posix } from "node:path";
import { Marked } from "marked";
import { commandLine, recipes, words } from "../../docs/.vitepress/words.mjs";
import { rules } from "../../pkg/index.js";
import { fileRules } from "../../pkg/tables/index.js";
import { published } from "../build/paths.mjs";
import { writeCommandLinePages } from "./command-line.mjs";
import { inDocs } from "./install.mjs";
import { LANGUAGES } from "./languages.mjs";
import { withSnippets } from "./llms.mjs";
import { writeOperationPages } from "./operation-page.mjs";
import { writeRulePages } from "./rules.mjs";
import { STYLE } from "./handbook-style.mjs";
import { words as said } from "./words.mjs";

/** The documents in a small form: one file for each language, which the package carries and `npx payscore docs` serves. */
export function writeHandbook() {
  writeRulePages();
  writeOperationPages();
  writeCommandLinePages();
  mkdirSync(published("docs"));
  for (const language of LANGUAGES) writeFileSync(published("docs", language.folder === "" ? "index.html" : `${language.folder}.html`), handbook(language));
}

function handbook({ key, folder, locale }) {
  const { description, groups, pages } = words[key];
  const parts = [
    { title: groups.start, pages: [page("start", pages.start), page("life", pages.life)] },
    { title: groups.operations, pages: Object.entries(said[key].operations.of).map(([operation, { title }]) => page(`operations/${operation}`, title)) },
    { title: groups.commandLine, pages: commandLine.map((each) => page(`cli/${each.page || "index"}`, each[key])) },
    { title: groups.recipes, pages: recipes.map((recipe) => page(`recipes/${recipe.page}`, recipe[key])) },
    { title: groups.rules, pages: [page("rules/index", pages.catalogue), ...[...rules, ...fileRules].map(({ code }) => page(`rules/${code}`, code))] },
    { title: groups.reference, pages: [page("decisions", pages.decisions)] },
  ];
  const all = parts.flatMap((part) => part.pages);
  const ids = new Set(all.map(({ id }) => id));
  const sections = all.map(({ id }) => `<section id="${id}">\n${htmlOf(inDocs(folder, `${id}.md`), id, ids)}</section>`);
  return `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>payscore: ${description}</title>
<style>${STYLE}</style>
<body>
<nav>${parts.map(navigation).join("\n")}</nav>
<main>
${sections.join("\n")}
</main>
`;
}

const page = (id, title) => ({ id, title });

const navigation = ({ title, pages }) => `<h2>${title}</h2><ul>${pages.map(({ id, title }) => `<li><a href="#${id}">${title}</a>`).join("")}</ul>`;

/** A page's Markdown as a section. Links that lead out of these pages are replaced by their text. */
function htmlOf(file, id, ids) {
  const markdown = withSnippets(readFileSync(file, "utf8"), file)
    .replace(/^---\n[\s\S]*?\n---\n/, "")
    .replaceAll(/<a href="\.[^>]*>(.*?)<\/a>/g, "$1");
  return new Marked({
    renderer: {
      link({ href, tokens }) {
        const text = this.parser.parseInline(tokens);
        if (/^https?:/.test(href)) return `<a href="${href}">${text}</a>`;
        const [path] = href.split("#");
        const target = path === "" ? id : posix.join(posix.dirname(id), path).replace(/\.md$/, "");
        return ids.has(target) ? `<a href="#${target}">${text}</a>` : text;
      },
    },
  }).parse(markdown);
}
