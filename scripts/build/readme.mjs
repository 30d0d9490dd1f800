import { existsSync } from "node:fs";
import { published } from "./paths.mjs";

/** The README without what only the repository has: marked parts, pictures, and links to files that are not published. */
export function readmeOfPackage(markdown) {
  return markdown
    .replaceAll(/<!-- repository -->[\s\S]*?<!-- \/repository -->/g, "")
    .replaceAll(/^!\[.*\]\(.*\)$/gm, "")
    .replaceAll(/\n{3,}/g, "\n\n")
    .replaceAll(/\[([^\]]*)\]\(([^)]*)\)/g, (link, text, target) => (isPublished(target) ? link : text));
}

const isPublished = (target) => /^(https?:|#)/.test(target) || existsSync(published(target));
