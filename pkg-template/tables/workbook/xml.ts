import { SaxesParser } from "saxes";
import { Damaged } from "./zip";

export interface Handlers {
  /** `name` has no prefix: the writing program may choose any. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Longer XML text without a tag occurs only in files made to exhaust memory. */
const LONGEST_TEXT = 1 << 20;
const DEEPEST = 64;

/** Reads XML piece by piece, yielding to the caller after each. */
export function* readXml(chunks: Iterable<Uint8Array>, handlers: Handlers): Generator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let silent = 0;
  parser.on("error", () => {
    throw new Damaged();
  });
  parser.on("opentag", ({ name, attributes }) => {
    silent = 0;
    depth += 1;
    if (depth > DEEPEST) throw new Damaged();
    handlers.open?.(localName(name), attributes);
  });
  parser.on("text", (text) => handlers.text?.(text));
  parser.on("closetag", ({ name }) => {
    silent = 0;
    depth -= 1;
    handlers.close?.(localName(name));
  });
  const decoder = new TextDecoder();
  for (const chunk of chunks) {
    silent += chunk.length;
    parser.write(decoder.decode(chunk, { stream: true }));
    if (silent > LONGEST_TEXT + chunk.length) throw new Damaged();
    yield;
  }
  parser.write(decoder.decode()).close();
}

export function readAllXml(chunks: Iterable<Uint8Array>, handlers: Handlers): void {
  for (const _ of readXml(chunks, handlers));
}

function localName(name: string) {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}
