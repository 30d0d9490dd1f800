// What the package says of generated orders, compared with what the oracle says.
//   PAYSCORE_DOCUMENTS=1000000 PAYSCORE_SEED=7 node --test differential.test.mjs

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { buildCompleteRequest, toPayscoreTime, validateOrder } from "payscore";
import { goodDraft } from "./drafts.mjs";
import { expectedReport } from "./oracle.mjs";
import { completionCase } from "./orders.mjs";

const numRuns = Number(process.env.PAYSCORE_DOCUMENTS ?? 20_000);
const draftRuns = Math.ceil(numRuns / 5);
const seed = Number(process.env.PAYSCORE_SEED ?? 20_091_225);

test(`the package and the oracle say the same of ${numRuns} completions`, () => {
  holds(completionCase, ({ order, options }) => {
    const expected = expectedReport(order, options);
    const report = validateOrder(order, options);
    assert.deepEqual(asOracleSays(report, expected), expected, sideBySide(order, options, report, expected));
  });
});

test(`${draftRuns} good drafts become exactly the body that was meant`, () => {
  holds(goodDraft, ({ draft, options, path, body }) => {
    const built = buildCompleteRequest(draft, options);
    assert.equal(built.ok, true, fc.stringify({ draft, options, issues: built.issues }));
    assert.equal(built.request.path, path);
    assert.deepEqual(built.request.body, body);
    assert.equal(built.request.bodyText, JSON.stringify(body));
    assert.equal(buildCompleteRequest(draft, options).request.bodyText, built.request.bodyText);
    assert.equal(validateOrder(built.request.body, { kind: "completionBody", mode: options.mode, now: null }).valid, true);
  }, draftRuns);
});

test(`what becomes of ${draftRuns} drafts of any kind is sound or refused`, () => {
  holds(completionCase, ({ order, options: { kind, previous, ...options } }) => {
    const built = buildCompleteRequest(order, options);
    assert.equal(built.ok, built.issues.every(({ severity }) => severity !== "error"));
    if (!built.ok) return;
    const { body, bodyText } = built.request;
    assert.equal(JSON.stringify(body), bodyText);
    const bodyOptions = { ...options, kind: "completionBody", mode: body.sub_mchid === undefined ? "direct" : "partner" };
    const expected = expectedReport(body, bodyOptions);
    assert.equal(expected.valid, true, sideBySide(body, bodyOptions, validateOrder(body, bodyOptions), expected));
  }, draftRuns);
});

test(`${numRuns} instants are Beijing time as Intl tells it, but without the daylight saving of 1986 to 1991`, () => {
  const clock = (timeZone) =>
    new Intl.DateTimeFormat("en-GB", { timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" });
  const fixed = clock("Etc/GMT-8");
  const shanghai = clock("Asia/Shanghai");
  const digits = (format, instant) => {
    const { year, month, day, hour, minute, second } = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    return year.padStart(4, "0") + month + day + hour + minute + second;
  };
  const instants = fc.oneof(fc.integer({ min: Date.UTC(1950, 0), max: Date.UTC(2150, 0) }), fc.integer({ min: Date.UTC(1986, 0), max: Date.UTC(1992, 0) }), fc.integer({ min: Date.UTC(1000, 0), max: Date.UTC(9999, 11, 31) }));
  holds(instants, (instant) => {
    assert.equal(toPayscoreTime(instant), digits(fixed, instant));
    if (instant >= Date.UTC(1992, 0)) assert.equal(toPayscoreTime(instant), digits(shanghai, instant));
  });
});

function holds(cases, check, runs = numRuns) {
  fc.assert(fc.property(cases, check), { numRuns: runs, seed, includeErrorInReport: true });
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
