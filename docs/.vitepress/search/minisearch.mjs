// Stands for minisearch in the browser. VitePress would send a tokenizer of ours as text and compile it there, which the
// policy of the page forbids.
import MiniSearch from "minisearch";
import { searchWords } from "./words.mjs";

const OPTIONS = { tokenize: searchWords, searchOptions: { tokenize: searchWords, combineWith: "AND", prefix: true, fuzzy: false, boost: { title: 4, text: 2, titles: 1 } } };

export default class extends MiniSearch {
  static loadJSON(json, options) {
    return super.loadJSON(json, { ...options, ...OPTIONS });
  }
}
