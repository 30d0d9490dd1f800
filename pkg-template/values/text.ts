import type * as payscore from "payscore";

export const countChars: typeof payscore.countChars = (text) => {
  if (typeof text !== "string") throw new TypeError("payscore: text 应为 string / text must be string");
  return text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, "_").length;
};
