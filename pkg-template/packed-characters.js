// Bytes as printable ASCII, smaller than base64 and, because a byte stays a byte, compressing like the bytes
// themselves. The frequent values are one character each; the others are two, the first of which is a mark.

const MARKING = "()";
// Without the quotation mark and the backslash, which a string would escape, and the `<` of a closing script tag.
export const CHARACTERS = [...MARKING, ...printable().filter((character) => !`${MARKING}"\\<`.includes(character))];
export const MARKS = MARKING.length;
export const SINGLES = CHARACTERS.length - MARKS;

function printable() {
  const characters = [];
  for (let code = 32; code < 127; code++) characters.push(String.fromCharCode(code));
  return characters;
}
