import { type Difference, diffRequests } from "payscore";
import { colorsFor, outputTo } from "../output";
import { Usage } from "../problems";
import { readJson } from "../read/json";
import type { Words } from "../words";

const signs = { added: "+", removed: "-", changed: "~" };

export async function diff(files: [string, string], { format }: { format: string }, words: Words): Promise<number> {
  if (files.every((file) => file === "-")) throw new Usage(words.stdinTwice);
  const [before, after] = [await readJson(files[0], words), await readJson(files[1], words)];
  const differences = diffRequests(before, after);
  const output = await outputTo(undefined, words);
  const color = colorsFor(output);
  const colors = { added: color.green, removed: color.red, changed: color.yellow };
  const told = ({ change, pointer, before, after }: Difference) => {
    const values = [before, after].filter((value) => value !== undefined).map((value) => JSON.stringify(value));
    return `${colors[change](`${signs[change]} ${words[change]}`)}  ${pointer || "/"}  ${values.join(" → ")}\n`;
  };
  if (format === "json") await output.write(`${JSON.stringify(differences, null, 2)}\n`);
  else await output.write(differences.length === 0 ? `${words.noDifference}\n` : differences.map(told).join(""));
  return differences.length === 0 ? 0 : 1;
}
