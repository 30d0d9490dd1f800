/**
 * What a text is searched by: words as they are, the parts of a name such as total_mismatch besides, and of Chinese, which
 * has no spaces, each two neighbouring characters.
 * The index and the query are cut alike, so that a part of a sentence is found.
 */
export function searchWords(text) {
  return text.split(/[^\p{L}\p{N}_]+/u).flatMap((word) => word.match(/\p{Script=Han}+|\P{Script=Han}+/gu) ?? []).flatMap((part) => (isChinese(part) ? pairs(part) : withParts(part)));
}

const isChinese = (text) => /^\p{Script=Han}/u.test(text);

function withParts(name) {
  const parts = name.split("_").filter(Boolean);
  return parts.length > 1 ? [name, ...parts] : [name];
}

function pairs(text) {
  const characters = [...text];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, place) => characters[place] + character);
}
