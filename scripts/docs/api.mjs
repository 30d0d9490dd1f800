import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { published } from "../build/paths.mjs";
import { run } from "../lib/command.mjs";
import { inProject } from "../lib/project.mjs";
import { inDocs } from "./install.mjs";
import { LANGUAGES } from "./languages.mjs";

const ENTRIES = { payscore: "index.d.ts", forms: "forms/index.d.ts", react: "react.d.ts", vue: "vue.d.ts", rules: "rules/index.d.ts", tables: "tables/index.d.ts", slim: "slim/index.d.ts" };

/** The API reference, generated from the package's declarations, separately in each language. */
export function writeApiPages() {
  for (const language of LANGUAGES) {
    const folder = inProject("target/docs/api", language.key);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const [name, file] of Object.entries(ENTRIES)) {
      const declarations = readFileSync(published(file), "utf8").replaceAll(/"(\.\.\/index\.js|payscore)"/g, '"./payscore.js"');
      writeFileSync(`${folder}/${name}.d.ts`, inOneLanguage(declarations, language.key));
    }
    run(process.execPath, [inDocs("node_modules/typedoc/bin/typedoc"), "--options", inDocs("typedoc.json"), ...entryPoints(folder), "--tsconfig", inDocs("tsconfig.json"), "--out", inDocs(language.folder, "api")], { cwd: inDocs() });
  }
}

const entryPoints = (folder) => Object.keys(ENTRIES).flatMap((name) => ["--entryPoints", `${folder}/${name}.d.ts`]);

/** Comments have both languages, line by line. One with a single language is kept as it is. */
function inOneLanguage(declarations, key) {
  return declarations.replaceAll(/\/\*\*[\s\S]*?\*\//g, (comment) => {
    const lines = comment.split("\n");
    const wanted = lines.filter((line) => !isText(line) || isChinese(line) === (key === "zh"));
    return wanted.some(isText) ? wanted.join("\n") : comment;
  });
}

const isText = (line) => /[^\s/*]/.test(line);

/** English text may contain a Chinese word, but no Chinese punctuation. */
const isChinese = (line) => /\p{Script=Han}.*[。；：]/u.test(line);
