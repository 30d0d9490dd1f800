// Stands for minisearch in the browser. VitePress would send a tokenizer of ours as text and compile it there, which the
// policy of the page forbids.
import MiniSearch from "minisearch";
import { searchWords } from "./words.mjs";

/** The reference of the API holds every word, and explains few. */
const boostDocument = (id) => (id.includes("/api/") ? 0.3 : 1);

const OPTIONS = { tokenize: searchWords, searchOptions: { tokenize: searchWords, combineWith: "AND", prefix: true, fuzzy: false, boostDocument, boost: { title: 4, text: 2, titles: 1 } } };

export default class extends MiniSearch {
  static loadJSON(json, options) {
    return super.loadJSON(json, { ...options, ...OPTIONS });
  }
}
