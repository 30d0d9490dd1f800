// Unpacking takes most of the first call while JavaScript is not yet compiled, so `unpack.wat` does it.

import { CHARACTERS, MARKS, SINGLES } from "./packed-characters.js";
import unpacker from "#unpacker";

const VALUES = 256;
const CODES = 128;
// The unpacker's memory: one row of values for single characters, one for each mark, and then the text.
const ROW = CODES * Int16Array.BYTES_PER_ELEMENT;
const TEXT_AT = ROW * (1 + MARKS);
const PAGE = 65536;

/** @typedef {{ memory: WebAssembly.Memory, unpack: (from: number, end: number) => number }} Unpacker */

/** @param {string} text */
export function unpack(text) {
  return unpackIn(new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(unpacker))), text);
}

/** @param {string} text */
export async function unpackAsync(text) {
  const { instance } = await WebAssembly.instantiate(Uint8Array.from(unpacker));
  return unpackIn(instance, text);
}

/**
 * The text begins with all byte values in hexadecimal, in the order of the characters that stand for them.
 *
 * @param {WebAssembly.Instance} instance
 * @param {string} text
 */
function unpackIn(instance, text) {
  const { memory, unpack: run } = /** @type {Unpacker} */ (/** @type {unknown} */ (instance.exports));
  memory.grow(Math.ceil((TEXT_AT + text.length) / PAGE));
  const values = Uint8Array.from({ length: VALUES }, (_, rank) => parseInt(text.slice(rank * 2, rank * 2 + 2), 16));
  const meant = new Int16Array(memory.buffer);
  CHARACTERS.forEach((character, at) => {
    for (let row = 0; row <= MARKS; row++) {
      // A mark stands for its own row, as a negative number.
      meant[row * CODES + character.charCodeAt(0)] = at < MARKS ? -(at + 1) * ROW : values[row * SINGLES + at - MARKS];
    }
  });
  const bytes = new Uint8Array(memory.buffer);
  const codes = charCodes(text.slice(VALUES * 2));
  bytes.set(codes, TEXT_AT);
  return bytes.slice(TEXT_AT, run(TEXT_AT, TEXT_AT + codes.length));
}

/**
 * Jest's jsdom has no encoder.
 *
 * @param {string} text
 */
function charCodes(text) {
  if (typeof TextEncoder === "function") return new TextEncoder().encode(text);
  return Uint8Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}
