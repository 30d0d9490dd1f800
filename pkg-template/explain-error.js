import errorTexts from "#error-texts";
import { call } from "./instance.js";

/**
 * What a refusal of the API means. The rules find it; its words stand here, where a bundler drops them unused.
 *
 * @param {unknown[]} args
 */
export function explainError(...args) {
  const { entry, locale, ...found } = /** @type {{ entry: number, locale: "zh-CN" | "en" }} */ (call("explainError", args));
  const texts = errorTexts[entry];
  const said = [texts.meaning, texts.cause, texts.remedy].map((words) => words[locale]);
  return Object.assign(found, { message: said.join(locale === "en" ? " " : "") }, texts);
}
