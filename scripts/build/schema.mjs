import { readFileSync, writeFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { Problem } from "../lib/command.mjs";
import { bindgen, intermediate } from "./paths.mjs";

const files = { "draft-2020-12": "schema.json", "draft-07": "schema.draft-07.json" };

/** Writes the schema once for all dialects, which differ only in their names. */
export function writeSchema() {
  const [first, ...others] = Object.entries(files).map(([target, file]) => {
    const { $schema, ...schema } = JSON.parse(readFileSync(bindgen(file), "utf8"));
    return { target, $schema, schema };
  });
  if (others.some(({ schema }) => !isDeepStrictEqual(schema, first.schema))) {
    throw new Problem("the schemas of two drafts differ in more than $schema: pkg-template/completion-schema.js holds only one");
  }
  const dialects = Object.fromEntries([first, ...others].map(({ target, $schema }) => [target, $schema]));
  writeFileSync(
    intermediate("schema.js"),
    `export const schema = ${JSON.stringify(first.schema)};\nexport const dialects = ${JSON.stringify(dialects)};\n`,
  );
}
