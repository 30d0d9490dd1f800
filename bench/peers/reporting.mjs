// Brings the libraries' issues into a form that can be compared.

import { checkAcrossFields } from "./across-fields.mjs";

const NONE = Object.freeze([]);
let found = NONE;
const report = (code, path) => {
  if (found === NONE) found = [];
  found.push({ code, path });
};

/** For a library whose users run a function of their own after it. */
export function issuesAcrossFields(order) {
  found = NONE;
  checkAcrossFields(order, report);
  return found;
}

export const pointerOf = (path) => path.map((key) => `/${key}`).join("");

/** Which of our codes a pattern stands for at a field. */
export const codeOfPattern = (pointer) => (/\/(start|end)_time$/.test(pointer) ? "invalid_format" : "invalid_characters");
