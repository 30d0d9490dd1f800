// `payscore/values` does without WebAssembly what Rust does in it, with the same results.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import * as rust from "payscore";
import * as values from "payscore/values";

const require = createRequire(import.meta.url);

const same = (name, ...args) => assert.deepEqual(outcome(() => values[name](...args)), outcome(() => rust[name](...args)), `${name}(${args.map(String)})`);

/** The returned value, with −0 kept apart from 0, or the kind of error. */
function outcome(call) {
  try {
    const value = call();
    return value === 0 ? 0 : value;
  } catch ({ name }) {
    return name;
  }
}

const odd = [undefined, null, true, {}, [], "", " ", "-", "0", "-0", 0, -0, NaN, Infinity, 1e21, 1e-7, 2 ** 53, 2 ** 53 - 1, "９", "1_000", 10n ** 20n, -1n, new Date(0), new Date(NaN), { toDate: () => new Date(0) }, { toDate: () => 0 }];
const digits = (length) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));

const sources = {
  yuanToFen: fc.oneof(
    fc.constantFrom(...odd, 0.1 + 0.2, "1.234", ".5", "1."),
    fc.integer({ min: -(10 ** 9), max: 10 ** 12 }).map((fen) => fen / 100),
    fc.integer({ min: -(10 ** 9), max: 10 ** 12 }).map((fen) => (fen / 100).toFixed(2)),
    fc.double({ min: -1e9, max: 1e12 }),
    fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
    fc.stringMatching(/^-?\d{0,18}\.?\d{0,3}$/),
  ),
  fenToYuan: fc.oneof(fc.constantFrom(...odd), fc.maxSafeInteger(), fc.double(), fc.bigInt(), fc.stringMatching(/^-?\d{0,18}$/)),
  toPayscoreTime: fc.oneof(
    fc.constantFrom(...odd, "OnAccept"),
    fc.date(),
    fc.date().map((date) => ({ toDate: () => date })),
    fc.double({ min: -1e14, max: 3e14 }),
    fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }).map((date) => date.toISOString()),
    fc.stringMatching(/^20\d\d-[01]\d-[0-3]\d[Tt ][0-2]\d:[0-6]\d:[0-6]\d(\.\d{0,4})?(Z|z|[+-][0-2]\d:[0-6]\d)?$/),
    fc.stringMatching(/^\d{4}-[01]\d-[0-3]\d( [0-2]\d:[0-6]\d:[0-6]\d)?$/),
    digits(8),
    digits(14),
    fc.stringMatching(/^[012]\d{3}[01]\d[0-3]\d([0-2]\d[0-6]\d[0-6]\d)?$/),
  ),
  parsePayscoreTime: fc.oneof(fc.constantFrom(...odd, "OnAccept", "2009-12-25"), digits(8), digits(14), fc.stringMatching(/^[012]\d{3}[01]\d[0-3]\d([0-2]\d[0-6]\d[0-6]\d)?$/)),
  countChars: fc.oneof(fc.constantFrom(...odd, "\ud83d", "\ude00\ud83d"), fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" })),
};

for (const [name, source] of Object.entries(sources)) {
  test(`${name} is Rust's`, () => {
    fc.assert(fc.property(source, (value) => same(name, value)), { numRuns: 20_000 });
  });
}

test("a time to the day is Rust's, and another precision is refused by both", () => {
  fc.assert(fc.property(sources.toPayscoreTime, fc.constantFrom("second", "day", null, "hour"), (time, precision) => same("toPayscoreTime", time, precision)), { numRuns: 5_000 });
});

test("it needs no WebAssembly, and nothing of the page", () => {
  const module = { exports: {} };
  runInContext(readFileSync(require.resolve("payscore/values"), "utf8"), createContext({ module }, { codeGeneration: { strings: false, wasm: false } }));
  assert.deepEqual(Object.keys(module.exports), Object.keys(values));
  assert.equal(module.exports.yuanToFen(19.9), 1990);
});
