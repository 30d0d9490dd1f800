import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { glob, isDynamicPattern } from "tinyglobby";
import { Usage } from "../problems";
import type { Words } from "../words";

export interface Input {
  /** As it was given; issues use this name. */
  name: string;
  /** Undefined: standard input. */
  path: string | undefined;
  /** Undefined if it is not known before the end, as with a pipe, which can be read only once. */
  size: number | undefined;
}

/** The inputs, each once: files, the files that patterns match, and standard input for `-` or, after a pipe, if nothing is given. */
export async function inputsOf(given: readonly string[], words: Words): Promise<Input[]> {
  if (given.length === 0 && process.stdin.isTTY) throw new Usage(words.nothingGiven);
  if (given.length === 0) return [inputOf("-")];
  if (given.filter((path) => path === "-").length > 1) throw new Usage(words.stdinTwice);
  const inputs = new Map<string, Input>();
  for (const path of given) {
    if (path === "-") inputs.set(path, inputOf(path));
    else for (const file of await filesOf(path, words)) inputs.set(file, { ...inputOf(file), size: await sizeOfFile(file) });
  }
  return [...inputs.values()];
}

/** A single file, or standard input for `-`. */
export function inputOf(path: string): Input {
  return path === "-" ? { name: "stdin", path: undefined, size: undefined } : { name: path, path, size: undefined };
}

async function filesOf(path: string, words: Words): Promise<string[]> {
  // A file's name may contain brackets.
  if (existsSync(path) || !isDynamicPattern(path)) return [path];
  const files = await glob(process.platform === "win32" ? path.replaceAll("\\", "/") : path, { expandDirectories: false });
  if (files.length === 0) throw new Usage(words.noMatch(path));
  return files.sort();
}

async function sizeOfFile(path: string) {
  try {
    const found = await stat(path);
    return found.isFile() ? found.size : undefined;
  } catch {
    return undefined;
  }
}

/** The size of all inputs, if it is known before the end. */
export function sizeOf(inputs: readonly Input[]): number | undefined {
  return inputs.reduce<number | undefined>((sum, { size }) => (sum === undefined || size === undefined ? undefined : sum + size), 0);
}
