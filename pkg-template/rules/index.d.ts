import type { BuildOptions, RuleInfo } from "../index.js";

/** 中英文说明。 A text in both languages. */
export interface RuleWords {
  readonly "zh-CN": string;
  readonly en: string;
}

/**
 * 违反这条规则的一个例子。
 * An example that breaks the rule.
 */
export interface RuleExample {
  /**
   * 由哪个函数查出：`validateOrder`、`buildCompleteRequest`，只有字节才会遇到的是 `validateBatch`。
   * The function that finds it: `validateOrder`, `buildCompleteRequest`, or `validateBatch` for what only bytes can contain.
   */
  readonly call: string;
  /**
   * 传给它的内容：订单、草稿，或 `validateBatch` 的文本。
   * What is passed to it: an order, a draft, or the text for `validateBatch`.
   */
  readonly input: unknown;
  readonly options: BuildOptions;
  /**
   * 由此得到的问题在哪里、怎么说、出处为何。
   * Where the resulting issue is, what it says, and its source.
   */
  readonly issue: { readonly pointer: string; readonly message: RuleWords; readonly source: RuleWords };
}

export interface RuleExplanation extends RuleInfo {
  /**
   * 怎么办。
   * What to do.
   */
  readonly remedy: RuleWords;
  readonly example: RuleExample;
}

/**
 * 规则目录，每条附例子和办法。`payscore` 的 `rules` 不含这两项，以免页面为之增大。
 *
 * The catalogue of rules, each with an example and a remedy. The `rules` of `payscore` leave these out to keep pages small.
 */
export const rules: readonly RuleExplanation[];

/** 文件（而非订单）的规则，同样附例子和办法。The rules on files rather than orders, also with example and remedy. */
export { fileRules, type FileCode, type FileRule } from "../tables/index.js";
