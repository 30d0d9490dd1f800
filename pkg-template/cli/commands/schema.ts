import { readFile } from "node:fs/promises";
import { outputTo } from "../output";
import type { Words } from "../words";

const files = { "2020-12": "schema.json", "07": "schema.draft-07.json" };

export async function schema({ draft }: { draft: keyof typeof files }, words: Words): Promise<number> {
  const { write } = await outputTo(undefined, words);
  const text = await readFile(new URL(files[draft], import.meta.url), "utf8");
  await write(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  return 0;
}
