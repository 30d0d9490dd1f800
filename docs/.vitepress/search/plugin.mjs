import { fileURLToPath } from "node:url";
import { searchWords } from "./words.mjs";

const ours = fileURLToPath(new URL("minisearch.mjs", import.meta.url));

/** Makes the search in the browser use our word splitting. */
export const searchInChinese = {
  name: "search-in-chinese",
  enforce: "pre",
  resolveId: (source, importer) => (source === "minisearch" && importer !== ours ? ours : undefined),
};

/** The same for the index, which plain minisearch writes: it gets the words separated by spaces. */
export function* sectionsInWords(_, html) {
  const [, ...parts] = html.split(/<h(\d)[^>]*>(.*?)<a[^>]* href="#(.*?)"[^>]*>.*?<\/a><\/h\1>/is);
  const above = [];
  for (let at = 0; at < parts.length; at += 4) {
    const [level, heading, anchor, content] = parts.slice(at, at + 4);
    const title = textOf(heading).trim();
    above.length = Number(level) - 1;
    above.push(title);
    yield { anchor, titles: above.filter(Boolean), text: searchWords(`${title} ${textOf(content)}`).join(" ") };
  }
}

const entities = { amp: "&", lt: "<", gt: ">", quot: '"' };

const textOf = (html) => html.replaceAll(/<[^>]*>/g, " ").replaceAll(/&(\w+);/g, (whole, name) => entities[name] ?? whole);
