// Replaces minisearch in the browser. VitePress would send our tokenizer as text and compile it there, which the page's policy
// forbids.
import MiniSearch from "minisearch";
import { searchWords } from "./words.mjs";

/** The API reference contains every word but explains few, so it ranks lower. */
const boostDocument = (id) => (id.includes("/api/") ? 0.3 : 1);

const OPTIONS = { tokenize: searchWords, searchOptions: { tokenize: searchWords, combineWith: "AND", prefix: true, fuzzy: false, boostDocument, boost: { title: 4, text: 2, titles: 1 } } };

export default class extends MiniSearch {
  static loadJSON(json, options) {
    return super.loadJSON(json, { ...options, ...OPTIONS });
  }
}
