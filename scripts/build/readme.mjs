import { existsSync } from "node:fs";
import { published } from "./paths.mjs";

/** The README without what only the repository has: parts marked so, pictures, and links to files that are not published. */
export function readmeOfPackage(markdown) {
  return markdown
    .replaceAll(/<!-- repository -->[\s\S]*?<!-- \/repository -->\n*/g, "")
    .replaceAll(/^!\[.*\]\(.*\)\n\n/gm, "")
    .replaceAll(/\[([^\]]*)\]\(([^)]*)\)/g, (link, text, target) => (isPublished(target) ? link : text));
}

const isPublished = (target) => /^(https?:|#)/.test(target) || existsSync(published(target));
