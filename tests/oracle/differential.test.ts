// Compares what the package says about generated orders with what the oracle says; `npm run test:oracle` runs more of them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import fc from "fast-check";
import { parsePayscoreTime, toPayscoreTime, validateOrder, type Issue, type ValidateOptions, type ValidationReport } from "payscore";
import { build, sentBy } from "./build.ts";
import { type Case, caseOf } from "./cases.ts";
import { DAMAGEABLE, damagedDraft } from "./damaged-drafts.ts";
import { goodDraft } from "./drafts.ts";
import { compared, comparedOperations, documents, holds } from "./given.ts";
import { type Expected, expectedReport, type Options } from "./oracle.ts";
import { type Key, pointerOf } from "./reading.ts";

const drafts = Math.ceil(documents / 5);

for (const [name, created] of Object.entries({ text: "{}", "a list": [{ state: "DOING" }], "a promise": Promise.resolve({ state: "DOING" }) })) {
  test(`${name} is no order as created, but a wrong option`, () => {
    const options = { created } as unknown as ValidateOptions;
    assert.throws(() => validateOrder({}, options), (error) => error instanceof TypeError && error.message.includes("created"));
  });
}

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

/** The description of a failure is only built when there is one. */
function told(words: () => string, check: () => void): void {
  try {
    check();
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${words()}`);
  }
}

/** Issues at one place are sorted by code and by what they point to, since the rules do not fix their order. */
function sorted<T extends { pointer: string; code: string; params: object }, R extends { issues: T[] }>(report: R): R {
  const { issues } = report;
  const places = new Map<string, number>();
  for (const { pointer } of issues) if (!places.has(pointer)) places.set(pointer, places.size);
  const target = ({ params }: T) => ("pointer" in params ? String(params.pointer) : "");
  const compare = (one: T, other: T) => places.get(one.pointer)! - places.get(other.pointer)! || one.code.localeCompare(other.code) || target(one).localeCompare(target(other));
  return { ...report, issues: [...issues].sort(compare) };
}

for (const operation of comparedOperations) {
  test(`${drafts} good drafts become exactly the request that was meant: ${operation}`, () => {
    holds(
      goodDraft(operation),
      ({ draft, options, request }) => {
        const built = build(operation, draft, options);
        assert.ok(built.ok, shown({ draft, options, issues: built.issues }));
        const { bodyText, ...sent } = built.request;
        assert.deepEqual(sent, request);
        assert.equal(bodyText, request.body && JSON.stringify(request.body));
        const again = build(operation, draft, options);
        assert.deepEqual(again, built);
      },
      drafts,
    );
  });

  test(`what becomes of ${drafts} drafts of any kind is sound or refused: ${operation}`, () => {
    holds(
      caseOf(operation),
      ({ order, options: { kind, previous, ...options } }) => {
        const built = build(operation, order, options);
        assert.equal(built.ok, built.issues.every(({ severity }) => severity !== "error"));
        if (!built.ok) return;
        const { body, bodyText } = built.request;
        assert.equal(bodyText, body && JSON.stringify(body));
        const { kind: sentKind, mode, document } = sentBy(operation, built.request);
        const sentOptions: Options = { ...options, kind: sentKind, mode };
        const expected = expectedReport(document, sentOptions);
        told(() => sideBySide(document, sentOptions, validateOrder(document, sentOptions as ValidateOptions), expected), () => assert.equal(expected.valid, true));
      },
      drafts,
    );
  });
}

for (const operation of comparedOperations.filter((operation) => DAMAGEABLE.includes(operation))) {
  test(`one value that is no money or no time is named in each of ${drafts} drafts: ${operation}`, () => {
    holds(
      damagedDraft(operation),
      ({ draft, options, path, code, reason }) => {
        const built = build(operation, draft, options);
        told(() => shown({ draft, options, issues: built.issues }), () => {
          assert.equal(built.ok, false);
          const found = built.issues.filter(({ pointer, severity }) => pointer === pointerOf(path) && severity === "error");
          assert.equal(found.length, 1);
          if (code) assert.equal(found[0]!.code, code);
          if (reason) assert.equal((found[0]!.params as { reason?: string }).reason, reason);
          // A value that cannot be read is ignored by rules across fields; at most, the total cannot be computed.
          const others = built.issues.filter(({ severity, pointer }) => severity === "error" && pointer !== pointerOf(path));
          const hasNoTotal = isInItems(path) && draft.total_amount === undefined && operation !== "create";
          assert.deepEqual(others.map(({ code, pointer }) => `${code} ${pointer}`), hasNoTotal ? ["required /total_amount"] : []);
        });
      },
      drafts,
    );
  });
}

const isInItems = ([first]: Key[]) => first === "post_payments" || first === "post_discounts";

test(`${documents} instants are Beijing time as Intl tells it, but without the daylight saving of 1986 to 1991`, () => {
  const clock = (timeZone: string) =>
    new Intl.DateTimeFormat("en-GB", { timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" });
  const fixed = clock("Etc/GMT-8");
  const shanghai = clock("Asia/Shanghai");
  const digits = (format: Intl.DateTimeFormat, instant: number) => {
    const part = (type: string) => format.formatToParts(instant).find((one) => one.type === type)!.value;
    return part("year").padStart(4, "0") + ["month", "day", "hour", "minute", "second"].map(part).join("");
  };
  const instants = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2100, 0) });
  holds(instants, (instant) => {
    assert.equal(toPayscoreTime(instant), digits(shanghai, instant));
  });
  // Other instants cannot be times of a service, but times on the wire may be anything.
  const anyInstants = fc.oneof(fc.integer({ min: Date.UTC(1986, 0), max: Date.UTC(1992, 0) }), fc.integer({ min: Date.UTC(1000, 0), max: Date.UTC(9999, 11, 31) }));
  holds(anyInstants, (instant) => {
    const second = instant - (((instant % 1000) + 1000) % 1000);
    assert.equal(parsePayscoreTime(digits(fixed, second))!.getTime(), second);
  });
});

/** Only the params that the rules fix, which are those the oracle returns. */
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

/** The rules fix neither the order of a retry's pointers nor the spelling of −0; the oracle sorts them and writes 0. */
function plain(name: string, value: unknown): unknown {
  if (name === "pointers" && Array.isArray(value)) return [...value].sort();
  return value === 0 ? 0 : value;
}

/** For any value, including an array with its own `constructor`. */
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
