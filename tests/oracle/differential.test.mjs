// What the package says of generated orders, compared with what the oracle says.
//   PAYSCORE_DOCUMENTS=1000000 PAYSCORE_SEED=7 node --test differential.test.mjs

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { validateOrder } from "payscore";
import { expectedReport } from "./oracle.mjs";
import { completionCase } from "./orders.mjs";

const numRuns = Number(process.env.PAYSCORE_DOCUMENTS ?? 20_000);
const seed = Number(process.env.PAYSCORE_SEED ?? 20_091_225);

test(`the package and the oracle say the same of ${numRuns} completions`, () => {
  holds(completionCase, ({ order, options }) => {
    const expected = expectedReport(order, options);
    const report = validateOrder(order, options);
    assert.deepEqual(asOracleSays(report, expected), expected, sideBySide(order, options, report, expected));
  });
});

function holds(cases, check) {
  fc.assert(fc.property(cases, check), { numRuns, seed, includeErrorInReport: true });
}

/** Of the params only those that the rules fix, which are those the oracle gives. */
function asOracleSays({ valid, kind, mode, issues }, expected) {
  return {
    valid,
    kind,
    mode,
    issues: issues.map(({ code, severity, pointer, params }, index) => ({
      code,
      severity,
      pointer,
      params: Object.fromEntries(Object.keys(expected.issues[index]?.params ?? {}).map((name) => [name, inAnyOrder(name, params[name])])),
    })),
  };
}

/** The rules do not say in which order the pointers of a retry come; the oracle sorts them. */
function inAnyOrder(name, value) {
  return name === "pointers" && Array.isArray(value) ? [...value].sort() : value;
}

function sideBySide(order, options, report, expected) {
  const lines = ({ issues }) => issues.map(({ code, severity, pointer, params }) => `    ${severity} ${code} ${pointer} ${fc.stringify(params)}`);
  return [
    `order:   ${fc.stringify(order)}`,
    `options: ${fc.stringify(options)}`,
    `  package says ${report.kind}, ${report.mode}, ${report.valid ? "valid" : "invalid"}:`,
    ...lines(report),
    `  oracle says ${expected.kind}, ${expected.mode}, ${expected.valid ? "valid" : "invalid"}:`,
    ...lines(expected),
  ].join("\n");
}
