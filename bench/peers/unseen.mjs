// Invisible parts of a text: white space at either end, and characters without width or shape anywhere.

const UNSEEN = /^\s|\s$|[\0-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
/** Matches anything but the characters that nearly every text consists of; those are fine, except for a blank at either end. */
const UNUSUAL = /[^ -~\u3001-\ud7ff\uff01-\uff5e]/;

/** Whether a text needs a closer look. A regular expression is faster than a loop, even for short texts. */
export function isUnusual(text) {
  return endsInBlank(text) || UNUSUAL.test(text);
}

export function endsInBlank(text) {
  return text.charCodeAt(0) === 0x20 || text.charCodeAt(text.length - 1) === 0x20;
}

export function isUsualUnit(unit) {
  return unit > 0x3000 ? unit < 0xd800 || (unit > 0xff00 && unit < 0xff5f) : unit >= 0x20 && unit < 0x7f;
}

export function hasUnseen(text) {
  return UNSEEN.test(text);
}
