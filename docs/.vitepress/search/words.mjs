/**
 * The search terms of a text: words as they are; for a name such as total_mismatch its parts, and the whole without the
 * underscores at which minisearch would split it; for Chinese, which has no spaces, every pair of neighbouring characters.
 * The index and the query are split in the same way, so that part of a sentence is found.
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
