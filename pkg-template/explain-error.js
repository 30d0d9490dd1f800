import errorTexts from "#error-texts";
import { call } from "./instance.js";

/**
 * What a refusal of the API means. The wasm finds it; the texts are here, where a bundler drops them if they are not used.
 *
 * @param {unknown[]} args
 */
export function explainError(...args) {
  const { entry, locale, ...found } = /** @type {{ entry: number, locale: "zh-CN" | "en" }} */ (call("explainError", args));
  const texts = errorTexts[entry];
  const said = [texts.meaning, texts.cause, texts.remedy].map((words) => words[locale]);
  return Object.assign(found, { message: said.join(locale === "en" ? " " : "") }, texts);
}
