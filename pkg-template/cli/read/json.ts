import { type Node, type ParseError, parse as parseLeniently, parseTree } from "jsonc-parser";
import { Unreadable } from "../problems";
import type { Place } from "../report";
import type { Words } from "../words";
import { textOf } from "./bytes";
import { inputOf } from "./inputs";

const STRICT = { disallowComments: true };

/** Parses JSON like `JSON.parse`, but an error has its place. */
export function parseJson(text: string, words: Words, start: Place = { line: 1, column: 1 }): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const errors: ParseError[] = [];
    parseLeniently(text, errors, STRICT);
    throw new Unreadable("bad_json", words.badJson, placeAt(text, errors[0]?.offset ?? text.length, start));
  }
}

/** The JSON of a file, or of standard input for `-`. Errors name the file. */
export async function readJson(given: string, words: Words): Promise<unknown> {
  const input = inputOf(given);
  try {
    return parseJson(await textOf(input, words), words);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new Unreadable(error.code, named(input.name, error));
  }
}

/** A problem as one line that begins with the file's name. */
export const named = (file: string, { message, place }: Unreadable): string => `${file}${place ? `:${place.line}:${place.column}` : ""} ${message}`;

/** Where the value of a path begins in JSON text or, if it is missing, the object that should hold it. */
export function placesIn(text: string, start: Place): (path: readonly (string | number)[]) => Place {
  const root = parseTree(text, undefined, STRICT);
  return (path) => placeAt(text, nodeAt(root, path)?.offset ?? 0, start);
}

function nodeAt(root: Node | undefined, path: readonly (string | number)[]) {
  let node = root;
  for (const step of path) {
    const next = childOf(node, step);
    if (next === undefined) return node;
    node = next;
  }
  return node;
}

function childOf(node: Node | undefined, step: string | number): Node | undefined {
  if (node?.type === "array") return node.children?.[Number(step)];
  // If a key is repeated, the last one counts.
  const property = node?.type === "object" ? node.children?.findLast(({ children }) => children?.[0]?.value === step) : undefined;
  return property?.children?.[1];
}

function placeAt(text: string, offset: number, start: Place): Place {
  const before = text.slice(0, offset).split("\n");
  const column = [...before[before.length - 1]!].length + 1;
  return before.length === 1 ? { line: start.line, column: start.column + column - 1 } : { line: start.line + before.length - 1, column };
}
