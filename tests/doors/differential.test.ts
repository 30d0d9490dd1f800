// Compares what the door for bytes says about JSON with what the door for objects says about the same JSON once parsed.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type BatchOptions, type BatchReport, orderValidatorStream, type OrderReport, validateBatch, validateOrder, type ValidateOptions } from "payscore";
import { anyCase } from "../oracle/cases.ts";
import { documents, holds, seed } from "../oracle/given.ts";
import { damaged } from "./damage.ts";
import { below, type Draws, draws, oneIn, pick } from "./draws.ts";
import { anyLayout, written } from "./layouts.ts";

interface Lines {
  data: Uint8Array | string;
  options: BatchOptions & { now: number | null };
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const generated = fc.tuple(anyCase, fc.constantFrom("zh-CN" as const, "en" as const), draws);

const someLines: fc.Arbitrary<Lines> = generated.map(([{ order, options }, locale, draws]) => {
  const { created, previous, ...rest } = { ...options, created: asParsed(options.created), previous: asParsed(options.previous) };
  const hasFieldMap = oneIn(3, draws);
  // A created order that is not an object is a wrong option; within a line it is ignored.
  const asOptions = { created: isObject(created) ? created : null, previous: previous ?? null };
  const known = { ...rest, locale, format: "ndjson", maxIssues: Infinity, ...(hasFieldMap ? { context: {} } : asOptions) };
  const isText = oneIn(3, draws);
  const layout = anyLayout(isText, draws);
  const line = written(hasFieldMap ? { order: asParsed(order), created, previous: previous ?? null } : asParsed(order), layout, draws);
  const text = pick(["", "", "", "\uFEFF", "\n", " \r\n"], draws) + line + pick(["", "", "\n", "\r\n", "\n\n "], draws);
  const asked = known as unknown as Lines["options"];
  if (isText) return { data: text, options: asked };
  const bytes = new TextEncoder().encode(text);
  return { data: oneIn(3, draws) ? damaged(bytes, draws) : bytes, options: asked };
});

test(`both doors say the same of ${documents} documents`, () => {
  holds(someLines, ({ data, options }) => {
    const report = validateBatch(data, options);
    const expected = linesOf(data).map((line) => expectedOf(line, options));
    assertSame(report, expected, data);
    assertPositions(report, data);
  });
});

const someArray = generated.map(([{ order, options }, locale, draws]) => {
  const { created, previous, ...rest } = options;
  const items = Array.from({ length: below(4, draws) }, () => (oneIn(4, draws) ? {} : asParsed(order)));
  const layout = anyLayout(false, draws);
  const bytes = new TextEncoder().encode(written(items, layout, draws).replaceAll("\r", "\n"));
  return { data: oneIn(3, draws) ? damaged(bytes, draws) : bytes, options: { ...rest, locale, format: "json", maxIssues: Infinity } as unknown as Lines["options"] };
});

test(`both doors say the same of ${Math.ceil(documents / 5)} arrays`, () => {
  holds(
    someArray,
    ({ data, options }) => {
      const report = validateBatch(data, options);
      const parsed = parse(withoutMark(data));
      const invalid = report.found.filter(({ issues }) => issues[0]!.code === "invalid_json");
      if (parsed.isJson) {
        const items = Array.isArray(parsed.value) ? parsed.value : [parsed.value];
        const isNothing = items.length === 0;
        assertSame(report, isNothing ? [] : items.map((value) => expectedOf({ isJson: true, value }, options)), data);
      } else if (report.orders > 0 || invalid.length > 0) {
        assert.deepEqual(invalid.map(({ index }) => index), [report.orders - 1], shown(data));
      } else {
        assert.equal(decodedOrHex(withoutMark(data)).trim(), "", shown(data));
      }
      assertPositions(report, data);
    },
    Math.ceil(documents / 5),
  );
});

const someChunks = fc.tuple(fc.array(fc.tuple(someLines, fc.nat(2)), { minLength: 1, maxLength: 4 }), draws);

test(`a stream says the same as a batch of ${Math.ceil(documents / 20)} files, wherever they are cut`, () =>
  fc.assert(
    fc.asyncProperty(someChunks, async ([parts, draws]) => {
      const { options } = parts[0]![0];
      const data = Buffer.concat(parts.map(([{ data }]) => Buffer.concat([Buffer.from(data as string), Buffer.from("\n")])));
      const format = pick(["ndjson", "json", "auto"] as const, draws);
      const { found, truncated, ...counts } = validateBatch(data, { ...options, format });
      const stream = orderValidatorStream({ ...options, format });
      const [told] = await Promise.all([all(stream.readable), sent(stream.writable, data, draws)]);
      assert.deepEqual(told, found, shown(data));
      assert.deepEqual(await stream.counts, counts, shown(data));
    }),
    { numRuns: Math.ceil(documents / 20), seed, includeErrorInReport: true },
  ));

async function sent(writable: WritableStream<Uint8Array | string>, data: Uint8Array, draws: Draws): Promise<void> {
  const writer = writable.getWriter();
  const most = pick([1, 3, 20, 300], draws);
  for (let at = 0; at < data.length; ) {
    const end = at + 1 + below(most, draws);
    await writer.write(data.subarray(at, end));
    at = end;
  }
  await writer.close();
}

async function all(readable: ReadableStream<OrderReport>): Promise<OrderReport[]> {
  const orders = [];
  for await (const order of readable as unknown as AsyncIterable<OrderReport>) orders.push(order);
  return orders;
}

type Parsed = { isJson: true; value: unknown } | { isJson: false };

function parse(data: Uint8Array | string): Parsed {
  try {
    return { isJson: true, value: JSON.parse(typeof data === "string" ? data : decoder.decode(data)) };
  } catch {
    return { isJson: false };
  }
}

function linesOf(data: Uint8Array | string): Parsed[] {
  const whole = withoutMark(data);
  // Latin-1 maps each byte to one character, so lines can be split before they are decoded.
  const lines = typeof whole === "string" ? whole.split("\n") : Buffer.from(whole).toString("latin1").split("\n").map((line) => Buffer.from(line, "latin1"));
  const isBlank = (line: Uint8Array | string) => /^[ \t\r]*$/.test(typeof line === "string" ? line : Buffer.from(line).toString("latin1"));
  return (lines as (Uint8Array | string)[]).filter((line) => !isBlank(line)).map(parse);
}

function withoutMark(data: Uint8Array | string): Uint8Array | string {
  if (typeof data === "string") return data.replace(/^\uFEFF/, "");
  return data[0] === 0xef && data[1] === 0xbb && data[2] === 0xbf ? data.subarray(3) : data;
}

function expectedOf(parsed: Parsed, { format, maxIssues, context, ...options }: Lines["options"]) {
  if (!parsed.isJson) return undefined;
  const { value } = parsed;
  if (context === undefined) return validateOrder(value, options as ValidateOptions);
  if (!isObject(value)) return validateOrder(value, options as ValidateOptions);
  const { order, created, previous } = value;
  // An option that is no object throws; in a line of data it is told of like one without any field of an order.
  const told = isObject(created) || created === undefined || created === null ? (created ?? null) : { other: 1 };
  return validateOrder(order, { ...options, created: told, previous: previous ?? null } as ValidateOptions);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Every order, including those without issues. `undefined` is expected for what is not JSON. */
function assertSame({ found, ...counts }: BatchReport, expected: (ReturnType<typeof validateOrder> | undefined)[], data: Uint8Array | string): void {
  assert.equal(counts.orders, expected.length, shown(data));
  const told = new Map(found.map((order) => [order.index, order]));
  let invalid = 0;
  expected.forEach((report, index) => {
    const order = told.get(index);
    invalid += report === undefined || !report.valid ? 1 : 0;
    if (report === undefined) {
      assert.deepEqual(order?.issues.map(({ code }) => code), ["invalid_json"], shown(data));
      assert.equal(order?.valid, false);
    } else {
      const issues = (order?.issues ?? []).map(({ line, column, offset, ...issue }) => issue);
      assert.deepEqual(issues, report.issues, shown(data));
      if (order) assert.deepEqual([order.valid, order.kind, order.mode], [report.valid, report.kind, report.mode], shown(data));
    }
  });
  assert.deepEqual([counts.invalid, counts.valid], [invalid, expected.length - invalid], shown(data));
}

/** Line, column and offset agree, and point to the start of a value or, for an unknown field, of its name. */
function assertPositions({ found }: BatchReport, data: Uint8Array | string): void {
  const bytes = typeof data === "string" ? undefined : data;
  if (bytes === undefined) return;
  const hasMark = withoutMark(bytes) !== bytes;
  for (const { issues, ...order } of found) {
    for (const { line, column, offset } of [order, ...issues]) {
      const lineStart = bytes.lastIndexOf(0x0a, offset - 1) + 1;
      const start = lineStart === 0 && hasMark ? 3 : offset === 0 ? 0 : lineStart;
      assert.ok(offset >= start && offset <= bytes.length, shown(data));
      const before = bytes.subarray(0, start);
      assert.equal(line, before.filter((byte) => byte === 0x0a).length + 1, shown(data));
      const characters: number = bytes.subarray(start, offset).filter((byte) => (byte & 0xc0) !== 0x80).length;
      assert.equal(column, characters + 1, shown(data));
    }
    if (issues[0]!.code === "invalid_json") continue;
    for (const { offset } of issues) assert.match(String.fromCharCode(bytes[offset]!), /["{[\-0-9tfn]/, shown(data));
  }
}

/** The part of it that JSON can carry. */
function asParsed(value: unknown): unknown {
  try {
    const text = JSON.stringify(value, (_, part) => (typeof part === "bigint" ? String(part) : part));
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return { circular: true };
  }
}

function decodedOrHex(data: Uint8Array | string): string {
  return typeof data === "string" ? data : Buffer.from(data).toString("latin1");
}

function shown(data: Uint8Array | string): string {
  return typeof data === "string" ? JSON.stringify(data) : `bytes ${Buffer.from(data).toString("hex")}\n${Buffer.from(data).toString()}`;
}
