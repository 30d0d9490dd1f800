// What holds of every answer, whatever the rules say of an order.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { validateOrder, type Issue, type ValidateOptions } from "payscore";
import { build, sentBy } from "./build.ts";
import { anyCase, caseOf } from "./cases.ts";
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

/** Behind a missing value there may be names of fields, but no index and nothing inside a text or a number. */
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

/** Every text that is not one of the few words a field allows, and every key that is no field's name, with marks behind it. */
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
