import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { inProject } from "../lib/project.mjs";
import { inDocs } from "./install.mjs";

const ORDER = ["start.md", "decisions.md", "cli/", "recipes/", "rules/index.md", "refusals.md", "rules/", "api/"];

/** https://llmstxt.org: an index for language models, and everything in one file. In English, which takes the fewest tokens. */
export function writeLlmsTexts() {
  const pages = readdirSync(inDocs("en"), { recursive: true })
    .filter((file) => file.endsWith(".md") && file !== "index.md")
    .sort((one, other) => rank(one) - rank(other) || one.localeCompare(other))
    .map(page);
  const about = "# payscore\n\n> The order model of WeChat Pay payscore (支付分) and every rule on it, as an npm package: check and compose the completion of an order before it is sent. Rules in Rust, compiled to WebAssembly; synchronous, no dependencies, no network.";
  const list = pages.map(({ path, title, description }) => `- [${title}](${path})${description ? `: ${description}` : ""}`);
  write("llms.txt", `${about}\n\n## Pages\n\n${list.join("\n")}\n`);
  write("llms-full.txt", `${about}\n\n${pages.map(({ path, text }) => `<!-- ${path} -->\n\n${text}`).join("\n\n")}\n`);
}

const rank = (file) => ORDER.findIndex((start) => file.startsWith(start));

function page(file) {
  const text = withSnippets(readFileSync(inDocs("en", file), "utf8"), inDocs("en", file));
  const [, front = ""] = text.match(/^---\n([\s\S]*?)\n---\n/) ?? [];
  const body = text.replace(/^---\n[\s\S]*?\n---\n+/, "");
  const said = (key) => front.match(new RegExp(`^${key}: "?(.*?)"?$`, "m"))?.[1];
  return { path: `en/${file.replace(/\.md$/, ".html")}`, title: said("title") ?? body.match(/^# (.*)$/m)?.[1] ?? file, description: said("description"), text: body.trim() };
}

/** Code that a page takes from a file: `<<< file#region {lang}`. */
export function withSnippets(text, from) {
  return text.replaceAll(/^<<< (\S+?)(?:#(\S+))?(?:\s*\{(\w+)\})?$/gm, (_, file, region, language) => {
    const code = readFileSync(file.startsWith("@/") ? inDocs(file.slice(2)) : resolve(from, "..", file), "utf8");
    const shown = region ? code.match(new RegExp(`#region ${region}\\b.*\\n([\\s\\S]*?)\\n.*#endregion ${region}\\b`))[1] : code;
    return `\`\`\`${language ?? file.split(".").at(-1)}\n${shown.trimEnd()}\n\`\`\``;
  });
}

const write = (name, text) => writeFileSync(join(inProject("www/dist/docs"), name), text);
