import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { BASE } from "../../docs/.vitepress/base.mjs";
import { Problem } from "../lib/command.mjs";
import { inProject } from "../lib/project.mjs";

const root = inProject("www/dist");
const READ_IN_THE_REPOSITORY = ["README.md", "README.en.md", "CONTRIBUTING.md", "docs/engineering.md"];

/** Every link of the built site must lead to an existing page, file and heading, and nothing may be loaded from elsewhere. */
export function checkLinks() {
  const pages = readdirSync(join(root, "docs"), { recursive: true }).filter((file) => file.endsWith(".html")).map((file) => join(root, "docs", file));
  const faults = [...pages.flatMap(faultsOfPage), ...READ_IN_THE_REPOSITORY.flatMap(faultsOfDocument)];
  if (faults.length > 0) throw new Problem(`broken links:\n${faults.join("\n")}`);
}

function faultsOfPage(page) {
  const html = readFileSync(page, "utf8");
  const links = [...html.matchAll(/<(a|link|script|img)\b[^>]*?\s(?:href|src)="([^"]*)"/g)];
  return links
    .filter(([, element, link]) => !leadsSomewhere(page, element, decode(link)))
    .map(([, , link]) => `  ${relative(root, page)}: ${link}`);
}

function leadsSomewhere(page, element, link) {
  if (/^[a-z]+:/.test(link)) return element === "a";
  const [path, anchor] = link.split("#");
  const target = path === "" ? page : fileOf(path.startsWith(BASE) ? join(root, "docs", path.slice(BASE.length)) : resolve(dirname(page), path));
  if (target === undefined) return false;
  return !anchor || readFileSync(target, "utf8").includes(`id="${decodeURIComponent(anchor)}"`);
}

const fileOf = (path) => [path, join(path, "index.html")].find((file) => existsSync(file) && statSync(file).isFile());

const decode = (link) => link.replaceAll("&amp;", "&");

function faultsOfDocument(document) {
  const links = [...readFileSync(inProject(document), "utf8").matchAll(/\]\(([^)\s#]+)[^)]*\)|<img[^>]* src="([^"]+)"/g)];
  return links
    .map(([, link, image]) => link ?? image)
    .filter((link) => !/^[a-z]+:/.test(link) && !existsSync(inProject(dirname(document), link)))
    .map((link) => `  ${document}: ${link}`);
}
