// What the package says of generated orders, compared with what the oracle says; `npm run test:oracle` for more of them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import fc from "fast-check";
import { buildCompleteRequest, toPayscoreTime, validateOrder, type CompletionDraft, type Issue, type ValidateOptions, type ValidationReport } from "payscore";
import { type Case, caseOf } from "./cases.ts";
import { goodDraft } from "./drafts.ts";
import { compared, documents, holds } from "./given.ts";
import { type Expected, expectedReport, type Options } from "./oracle.ts";

const drafts = Math.ceil(documents / 5);

for (const kind of compared) {
  test(`the package and the oracle say the same of ${documents} documents of kind ${kind}`, () => holds(caseOf(kind), agree));
}

function agree({ order, options }: Case): void {
  const expected = expectedReport(order, options);
  const report = validateOrder(order, options as ValidateOptions);
  told(() => sideBySide(order, options, report, expected), () => {
    assert.deepEqual(report.issues.map(({ pointer }) => pointer), expected.issues.map(({ pointer }) => pointer));
    const [said, asked] = [sorted(report), sorted(expected)];
    assert.deepEqual(asOracleSays(said, asked), asked);
  });
}

/** What a failure is told with is put into words only then. */
function told(words: () => string, check: () => void): void {
  try {
    check();
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${words()}`);
  }
}

/** At one place by code, and by what they point to: the rules do not say in which order the issues there come. */
function sorted<T extends { pointer: string; code: string; params: object }, R extends { issues: T[] }>(report: R): R {
  const { issues } = report;
  const places = new Map<string, number>();
  for (const { pointer } of issues) if (!places.has(pointer)) places.set(pointer, places.size);
  const target = ({ params }: T) => ("pointer" in params ? String(params.pointer) : "");
  const compare = (one: T, other: T) => places.get(one.pointer)! - places.get(other.pointer)! || one.code.localeCompare(other.code) || target(one).localeCompare(target(other));
  return { ...report, issues: [...issues].sort(compare) };
}

test(`${drafts} good drafts become exactly the body that was meant`, () => {
  holds(
    goodDraft,
    ({ draft, options, path, body }) => {
      const built = buildCompleteRequest(draft as CompletionDraft, options as ValidateOptions);
      assert.ok(built.ok, fc.stringify({ draft, options, issues: built.issues }));
      assert.equal(built.request.path, path);
      assert.deepEqual(built.request.body, body);
      assert.equal(built.request.bodyText, JSON.stringify(body));
      const again = buildCompleteRequest(draft as CompletionDraft, options as ValidateOptions);
      assert.equal(again.ok && again.request.bodyText, built.request.bodyText);
      assert.equal(validateOrder(built.request.body, { kind: "completionBody", mode: options.mode, now: null }).valid, true);
    },
    drafts,
  );
});

test(`what becomes of ${drafts} drafts of any kind is sound or refused`, () => {
  holds(
    caseOf("completion"),
    ({ order, options: { kind, previous, ...options } }) => {
      const built = buildCompleteRequest(order as CompletionDraft, options as ValidateOptions);
      assert.equal(built.ok, built.issues.every(({ severity }) => severity !== "error"));
      if (!built.ok) return;
      const { body, bodyText } = built.request;
      assert.equal(JSON.stringify(body), bodyText);
      const bodyOptions: Options = { ...options, kind: "completionBody", mode: body.sub_mchid === undefined ? "direct" : "partner" };
      const expected = expectedReport(body, bodyOptions);
      told(() => sideBySide(body, bodyOptions, validateOrder(body, bodyOptions as ValidateOptions), expected), () => assert.equal(expected.valid, true));
    },
    drafts,
  );
});

test(`${documents} instants are Beijing time as Intl tells it, but without the daylight saving of 1986 to 1991`, () => {
  const clock = (timeZone: string) =>
    new Intl.DateTimeFormat("en-GB", { timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" });
  const fixed = clock("Etc/GMT-8");
  const shanghai = clock("Asia/Shanghai");
  const digits = (format: Intl.DateTimeFormat, instant: number) => {
    const part = (type: string) => format.formatToParts(instant).find((one) => one.type === type)!.value;
    return part("year").padStart(4, "0") + ["month", "day", "hour", "minute", "second"].map(part).join("");
  };
  const instants = fc.oneof(fc.integer({ min: Date.UTC(1950, 0), max: Date.UTC(2150, 0) }), fc.integer({ min: Date.UTC(1986, 0), max: Date.UTC(1992, 0) }), fc.integer({ min: Date.UTC(1000, 0), max: Date.UTC(9999, 11, 31) }));
  holds(instants, (instant) => {
    assert.equal(toPayscoreTime(instant), digits(fixed, instant));
    if (instant >= Date.UTC(1992, 0)) assert.equal(toPayscoreTime(instant), digits(shanghai, instant));
  });
});

/** Of the params only those that the rules fix, which are those the oracle gives. */
function asOracleSays({ valid, kind, mode, issues }: ValidationReport, expected: Expected): Expected {
  return {
    valid,
    kind,
    mode,
    issues: issues.map(({ code, severity, pointer, params }, index) => {
      const found = params as Record<string, unknown>;
      const wanted = Object.keys(expected.issues[index]?.params ?? {});
      return { code, severity, pointer, params: Object.fromEntries(wanted.map((name) => [name, plain(name, found[name])])) };
    }),
  };
}

/** The rules do not say in which order the pointers of a retry come, nor what −0 is called; the oracle sorts them, and calls it 0. */
function plain(name: string, value: unknown): unknown {
  if (name === "pointers" && Array.isArray(value)) return [...value].sort();
  return value === 0 ? 0 : value;
}

/** Of any value, an array with a `constructor` of its own too. */
const shown = (value: unknown) => inspect(value, { depth: null, maxArrayLength: 20, breakLength: Infinity });

function sideBySide(order: unknown, options: Options, report: ValidationReport, expected: Expected): string {
  const lines = (issues: (Issue | Expected["issues"][number])[]) => issues.map(({ code, severity, pointer, params }) => `    ${severity} ${code} ${pointer} ${shown(params)}`);
  return [
    `order:   ${shown(order)}`,
    `options: ${shown(options)}`,
    `  package says ${report.kind}, ${report.mode}, ${report.valid ? "valid" : "invalid"}:`,
    ...lines(report.issues),
    `  oracle says ${expected.kind}, ${expected.mode}, ${expected.valid ? "valid" : "invalid"}:`,
    ...lines(expected.issues),
  ].join("\n");
}
