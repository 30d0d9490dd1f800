// Properties of every result, whatever the rules say about an order.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { validateOrder, type Issue, type ValidateOptions } from "payscore";
import { build, sentBy } from "./build.ts";
import { anyCase, caseOf } from "./cases.ts";
import type { Document } from "./changes.ts";
import { PLACES } from "./created-orders.ts";
import { comparedOperations, documents, holds } from "./given.ts";
import { goodDraft } from "./drafts.ts";

const some = Math.ceil(documents / 5);

const check = (order: unknown, options: object) => validateOrder(order, options as ValidateOptions);

for (const operation of comparedOperations) {
  test(`a built request validates, and building it again changes nothing: ${operation}`, () => {
    const isFixed = (draft: unknown, { amountUnit, ...options }: ValidateOptions & { amountUnit?: string }) => {
      const built = build(operation, draft, { amountUnit, ...options });
      if (!built.ok) return;
      const { kind, mode, document, flat } = sentBy(operation, built.request);
      assert.ok(check(document, { ...options, mode, kind }).valid);
      const again = build(operation, flat, { ...options, mode });
      assert.deepEqual(again.ok && again.request, built.request);
    };
    holds(goodDraft(operation), ({ draft, options }) => isFixed(draft, options as ValidateOptions), some);
    holds(caseOf(operation), ({ order, options: { kind, previous, ...options } }) => isFixed(order, options as ValidateOptions), some);
  });
}

test("the issues and their order are the same at every call, and whatever the order of keys", () => {
  holds(
    fc.tuple(anyCase, fc.infiniteStream(fc.nat(999))),
    ([{ order, options }, ranks]) => {
      const { issues } = check(order, options);
      assert.deepEqual(check(order, options).issues, issues);
      if (!isInsideItself(order)) assert.deepEqual(check(withKeysMoved(order, ranks), options).issues, issues);
    },
    some,
  );
});

test("a path leads to a value of the order or to one that is missing from it, and the pointer says the same", () => {
  holds(anyCase, ({ order, options }) => {
    for (const { path, pointer } of check(order, options).issues) {
      assert.deepEqual(keysOf(pointer), path.map(String));
      assertLeadsInto(order, path);
    }
  });
});

/** Values that no rule can read, whatever the field. */
const UNREADABLE = [{ unreadable: 1 }, [1], true, 200.5, "\u4e00\u4e8c", new Date(0), Symbol("x")];

test("an order that its created order makes invalid stays so, or what could not be read is named, when any one value of that is damaged", () => {
  let damaged = 0;
  const created = anyCase.filter(({ order, options }) => isRecord(options.created) && isMadeInvalidBy("created", order, options));
  holds(
    fc.tuple(created, fc.constantFrom(...UNREADABLE)),
    ([{ order, options }, unreadable]) => {
      for (const place of PLACES) {
        const other = withOther(options.created as Document, place.split("/"), unreadable);
        if (other === undefined) continue;
        damaged += 1;
        const report = check(order, { ...options, created: other });
        const isNamed = report.issues.some(({ code, params }) => code === "created_unread" && `/${place}`.startsWith((params as { pointer: string }).pointer));
        assert.ok(!report.valid || isNamed, `${place}: ${String(unreadable)}`);
      }
    },
    some,
  );
  assert.ok(damaged > some, String(damaged));
});

test("a retry that is allowed only as a repetition is compared, or it is named that it was not", () => {
  const retried = anyCase.filter(({ order, options }) => isRecord(options.previous) && !isMadeInvalidBy("previous", order, options));
  holds(
    fc.tuple(retried, fc.constantFrom<unknown[]>(5, true, "no JSON", [1], Symbol("x"), new Date(0))),
    ([{ order, options }, previous]) => {
      if (!isRecord(order) || check(order, { ...options, previous: undefined }).issues.some(({ code }) => code === "wrong_document")) return;
      const { issues } = check(order, { ...options, previous });
      const isCompared = !["query", "pay", "payBody", "sync", "syncBody", "prepaidMessage", "prepaidMessageBody", "pendingMessage", "pendingMessageBody", "directComplete", "serviceOrder"].includes(options.kind ?? "completion");
      assert.equal(issues.some(({ code }) => code === "previous_unread"), isCompared, options.kind);
    },
    some,
  );
});

/** Whether an order is valid apart from what an option says. */
function isMadeInvalidBy(option: "created" | "previous", order: unknown, options: object): boolean {
  return !check(order, options).valid && check(order, { ...options, [option]: undefined }).valid;
}

/** The same with another value at an existing place. */
function withOther(document: Document, [key, ...keys]: string[], value: unknown): Document | undefined {
  const found = document[key!];
  if (found === undefined || found === null || found === "") return undefined;
  // An object where one is expected can be read, and is empty.
  if (keys.length === 0) return isRecord(found) && isRecord(value) ? undefined : { ...document, [key!]: value };
  if (!isRecord(found)) return undefined;
  const inside = withOther(found, keys, value);
  return inside && { ...document, [key!]: inside };
}

const isRecord = (value: unknown): value is Document => isPlain(value) && !Array.isArray(value);

const MARKED = "\uE000\uE001\uE002\uE003\uE004\uE005\uE006\uE007\uE008\uE009\uE00A\uE00B\uE00C\uE00D\uE00E\uE00F".repeat(4);
const FEW = 24;

test(`no message holds more than ${FEW} characters of what it was given`, () => {
  const marked = fc.constantFrom("zh-CN" as const, "en" as const).chain((locale) => anyCase.map(({ order, options }) => ({ order: withMarks(order), options: { ...options, locale, created: withMarks(options.created) } })));
  holds(
    marked,
    ({ order, options }) => {
      for (const { message } of check(order, options).issues) {
        const longest = Math.max(0, ...(message.match(/[\uE000-\uE00F]+/g) ?? []).map(({ length }) => length));
        assert.ok(longest <= FEW, message);
        assert.ok(message.length < 400, message);
      }
    },
    some,
  );
});

function keysOf(pointer: string): string[] {
  const [root, ...keys] = pointer.split("/");
  assert.equal(root, "");
  return keys.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Below a missing value there may be field names, but no index, and nothing inside a text or a number. */
function assertLeadsInto(order: unknown, path: Issue["path"]): void {
  let place: unknown = order;
  for (const key of path) {
    if (place === undefined || place === null || place === "") {
      assert.equal(typeof key, "string");
      place = undefined;
    } else {
      assert.equal(typeof place, "object");
      if (typeof key === "number") assert.ok(Array.isArray(place) && Number.isInteger(key) && key >= 0 && key < place.length);
      else assert.ok(!Array.isArray(place));
      place = Object.hasOwn(place as object, key) ? (place as Record<string | number, unknown>)[key] : undefined;
    }
  }
}

function isInsideItself(value: unknown, around: unknown[] = []): boolean {
  if (around.includes(value)) return true;
  return isPlain(value) && Object.values(value).some((part) => isInsideItself(part, [...around, value]));
}

function withKeysMoved(value: unknown, ranks: Iterator<number>): unknown {
  if (!isPlain(value)) return value;
  if (Array.isArray(value)) return Array.from(value, (item) => withKeysMoved(item, ranks));
  const entries = Object.entries(value).map(([key, part]) => ({ key, part: withKeysMoved(part, ranks), rank: ranks.next().value }));
  const moved = Object.create(null);
  for (const { key, part } of entries.sort((one, other) => one.rank - other.rank)) moved[key] = part;
  return moved;
}

/** Appends marks to every text that is not one of the few words a field allows, and to every key that is not a field name. */
function withMarks(value: unknown): unknown {
  if (typeof value === "string") return /^[A-Z_]+$/.test(value) ? value : value + MARKED;
  if (!isPlain(value) || isInsideItself(value)) return value;
  if (Array.isArray(value)) return Array.from(value, withMarks);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [/^[a-z_]+$/.test(key) ? key : key + MARKED, withMarks(part)]));
}

function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  return Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value));
}
