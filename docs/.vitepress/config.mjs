import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitepress";
import { rules } from "../../pkg/index.js";
import { fileRules } from "../../pkg/tables/index.js";
import { contentSecurityPolicy } from "../../www/content-security-policy.mjs";
import { BASE } from "./base.mjs";
import { searchInChinese, sectionsInWords } from "./search/plugin.mjs";
import { words as generated } from "../../scripts/docs/words.mjs";
import { commandLine, recipes, words } from "./words.mjs";

const inDocs = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const outDir = inDocs("../www/dist/docs");
/** The path of the desk, one level above the site. */
const DESK = "/../index.html";

export default defineConfig({
  title: "payscore",
  base: BASE,
  outDir,
  cacheDir: inDocs("../target/docs/cache"),
  // Read in the repository.
  srcExclude: ["README.md", "package.json", "engineering.md", "dependencies.md"],
  head: [
    ["meta", { "http-equiv": "Content-Security-Policy", content: contentSecurityPolicy("docs/index.html") }],
    ["link", { rel: "icon", type: "image/svg+xml", href: `${BASE}icon.svg` }],
  ],
  // In a separate file: the page's policy allows no inline scripts.
  metaChunk: true,
  locales: { root: locale("zh", ""), en: { ...locale("en", "/en"), link: "/en/" } },
  themeConfig: {
    logo: "/icon.svg",
    externalLinkIcon: false,
    search: {
      provider: "local",
      options: {
        locales: { root: { translations: words.zh.search }, en: { translations: words.en.search } },
        miniSearch: { _splitIntoSections: sectionsInWords },
      },
    },
  },
  markdown: { theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" }, config: adapt },
  vite: { plugins: [searchInChinese], build: { chunkSizeWarningLimit: 1500 } },
  transformHtml: withoutInlineScripts,
});

function locale(key, folder) {
  const { label, lang, description, nav, groups, pages, theme } = words[key];
  const page = (path, text) => ({ link: `${folder}/${path}`, text });
  const trust = existsSync(inDocs("trust.md")) ? [page("trust", pages.trust)] : [];
  return {
    label,
    lang,
    description,
    themeConfig: {
      ...theme,
      nav: [
        page("start", nav.start),
        { ...page("cli/", nav.commandLine), activeMatch: "/cli/" },
        { ...page("rules/", nav.rules), activeMatch: "/rules/" },
        { ...page("recipes/", nav.recipes), activeMatch: "/recipes/" },
        { ...page("api/payscore", nav.api), activeMatch: "/api/" },
        { link: DESK, target: "_self", text: nav.desk },
      ],
      sidebar: [
        { text: groups.start, items: [page("start", pages.start), page("life", pages.life)] },
        { text: groups.operations, items: Object.entries(generated[key].operations.of).map(([operation, { title }]) => page(`operations/${operation}`, title)) },
        { text: groups.commandLine, items: commandLine.map((each) => page(`cli/${each.page}`, each[key])) },
        { text: groups.recipes, items: recipes.map((recipe) => page(`recipes/${recipe.page}`, recipe[key])) },
        {
          text: groups.rules,
          items: [page("rules/", pages.catalogue), page("refusals", pages.refusals), { text: pages.codes, collapsed: true, items: [...rules, ...fileRules].map(({ code }) => page(`rules/${code}`, code)) }],
        },
        {
          text: groups.reference,
          items: [page("api/payscore", "payscore"), page("api/forms", "payscore/forms"), page("api/react", "payscore/react"), page("api/vue", "payscore/vue"), page("api/rules", "payscore/rules"), page("api/tables", "payscore/tables"), page("api/slim", "payscore/slim"), page("decisions", pages.decisions), page("size", pages.size), ...trust],
        },
      ],
    },
  };
}

/** The two scripts that VitePress puts into each page, as files. */
function withoutInlineScripts(html) {
  return html.replaceAll(/<script id="(check-[\w-]+)">([\s\S]*?)<\/script>/g, (_, id, script) => {
    const file = `${outDir}/assets/${id}.js`;
    if (!existsSync(file) || readFileSync(file, "utf8") !== script) writeFileSync(file, script);
    return `<script id="${id}" src="${BASE}assets/${id}.js"></script>`;
  });
}

function adapt(markdown) {
  // A table that is wider than the page scrolls, and can be scrolled from the keyboard.
  markdown.renderer.rules.table_open = () => '<table tabindex="0">\n';
  markdown.core.ruler.push("links_out_of_the_site", ({ tokens, env }) => tokens.forEach(({ children }) => withoutLinksOut(children ?? [], env.relativePath)));
}

const leadsOut = (link, page) => link.startsWith(".") && posix.join(posix.dirname(page), link).startsWith("../");

/** Links to files of the repository work only there; on the site they are replaced by their text. */
function withoutLinksOut(tokens, page) {
  let isOut = false;
  for (const token of tokens) {
    if (token.type === "link_open") isOut = leadsOut(token.attrGet("href"), page);
    if (isOut && ["link_open", "link_close"].includes(token.type)) Object.assign(token, { type: "text", tag: "", nesting: 0, content: "" });
  }
}
