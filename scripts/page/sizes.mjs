import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { inProject } from "../lib/project.mjs";

/** Bytes with gzip. */
export const pageBudget = { firstLoad: 350 * 1024 };

/** What a browser loads before the page can be used: the document and all it references, including imported scripts. */
export function pageSizes() {
  const files = new Set();
  collect("index.html", files);
  const firstLoad = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(inProject("www/dist", file))).length, 0);
  return { firstLoad, files: [...files] };
}

function collect(file, files) {
  if (files.has(file)) return;
  files.add(file);
  const text = readFileSync(inProject("www/dist", file), "utf8");
  const named = file.endsWith(".html") ? /(?:src|href)="\.\/([^"]+)"/g : /(?:from|^import|;import)\s*"\.\/([^"]+\.js)"/g;
  if (!/\.(html|js)$/.test(file)) return;
  for (const [, name] of text.matchAll(named)) collect(file.endsWith(".html") ? name : `assets/${name}`, files);
}
