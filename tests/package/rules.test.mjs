// `payscore/rules`: the catalogue with the example and remedy of each rule.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import * as payscore from "payscore";
import { rules } from "payscore/rules";

const issuesOf = ({ call, input, options }, locale) => {
  const answer = payscore[call](input, { ...options, locale });
  return answer.issues ?? answer.found.flatMap(({ issues }) => issues);
};

test("each rule of the catalogue is there, with what the catalogue says of it", () => {
  const asInCatalogue = rules.map(({ remedy, example, ...rule }) => rule);
  assert.deepEqual(asInCatalogue, payscore.rules);
  assert.deepEqual(createRequire(import.meta.url)("payscore/rules").rules, rules);
});

test("each has its remedy, and an example that meets it", () => {
  for (const { code, remedy, example } of rules) {
    assert.match(remedy["zh-CN"], /。$/, code);
    assert.match(remedy.en, /\.$/, code);
    for (const locale of ["zh-CN", "en"]) {
      const issue = issuesOf(example, locale).find((issue) => issue.code === code);
      assert.deepEqual([issue?.pointer, issue?.message], [example.issue.pointer, example.issue.message[locale]], code);
    }
  }
});
