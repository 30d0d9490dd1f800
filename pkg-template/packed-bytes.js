// Bytes as printable ASCII, smaller than base64 and, because a byte stays a byte, compressing like the bytes
// themselves. The frequent values are one character each; the others are two, the first of which is a mark.

const MARKING = "()";
// Without the quote and the backslash, which a string would escape, and the `<` of a closing script tag.
export const CHARACTERS = [...MARKING, ...printable().filter((character) => !`${MARKING}"\\<`.includes(character))];
export const MARKS = MARKING.length;
export const SINGLES = CHARACTERS.length - MARKS;
const VALUES = 256;
const CODES = 128;

/**
 * The text begins with all byte values in the order of what they are written as, in hexadecimal.
 *
 * @param {string} text
 */
export function unpack(text) {
  const values = Uint8Array.from({ length: VALUES }, (_, rank) => parseInt(text.slice(rank * 2, rank * 2 + 2), 16));
  // Row 0: what a character means alone, a mark being its own row, negative. The other rows: what it means behind that mark.
  const meant = new Int16Array(CODES * (1 + MARKS));
  CHARACTERS.forEach((character, at) => {
    for (let row = 0; row <= MARKS; row++) {
      meant[row * CODES + character.charCodeAt(0)] = at < MARKS ? -1 - at : values[row * SINGLES + at - MARKS];
    }
  });
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let at = VALUES * 2; at < text.length; at++) {
    let value = meant[text.charCodeAt(at)];
    if (value < 0) value = meant[CODES * -value + text.charCodeAt(++at)];
    bytes[length++] = value;
  }
  return bytes.subarray(0, length);
}

function printable() {
  const characters = [];
  for (let code = 32; code < 127; code++) characters.push(String.fromCharCode(code));
  return characters;
}
