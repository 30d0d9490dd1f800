/**
 * What a text is searched by: words as they are, of a name such as total_mismatch its parts and the whole without its
 * underscores, at which minisearch would cut it, and of Chinese, which has no spaces, each two neighbouring characters.
 * The index and the query are cut alike, so that a part of a sentence is found.
 */
export function searchWords(text) {
  return text.split(/[^\p{L}\p{N}_]+/u).flatMap((word) => word.match(/\p{Script=Han}+|\P{Script=Han}+/gu) ?? []).flatMap((part) => (isChinese(part) ? pairs(part) : withParts(part)));
}

const isChinese = (text) => /^\p{Script=Han}/u.test(text);

function withParts(name) {
  const parts = name.split("_").filter(Boolean);
  return parts.length > 1 ? [parts.join(""), ...parts] : parts;
}

function pairs(text) {
  const characters = [...text];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, place) => characters[place] + character);
}
