// Many orders in one go, and the same as a stream.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { afterEach, describe, test } from "node:test";
import { createContext, runInContext } from "node:vm";
import { orderValidatorStream, validateBatch, validateOrder } from "payscore";
import { rows } from "./tables.mjs";

const PIECE = 256 * 1024;
const now = { now: null };
const good = rows("values").find(({ name }) => name.endsWith("the good order")).document;
const bad = { ...good, total_amount: 1, foo: 1 };
const line = JSON.stringify;
const encode = (text) => new TextEncoder().encode(text);
const codes = ({ issues }) => issues.map(({ code }) => code);
const { found: _, truncated: __, ...none } = validateBatch("");

const mixed = [line(good), line(bad), "{oops", "", line({ ...good, goods_tag: "😀" }), `  ${line({ ...good, post_payments: [{ name: "餐", amount: -1 }] })}`, "5", line(good)].join("\r\n");
const mixedReport = validateBatch(mixed, now);

afterEach(() => {
  assert.deepEqual(validateBatch(mixed, now), mixedReport, "the next call");
});

/** Offsets count the bytes of UTF-8, columns the characters. */
function positionIn(text, index) {
  const before = text.slice(0, index);
  const lines = before.split("\n");
  return { line: lines.length, column: [...lines.at(-1)].length + 1, offset: encode(before).length };
}

const positionOf = ({ line, column, offset }) => ({ line, column, offset });

function withoutPosition({ line, column, offset, ...rest }) {
  return rest;
}

describe("an order's report", () => {
  test("is what validateOrder says, and where each value stands", () => {
    const order = { ...good, goods_tag: "😀", total_amount: 12345, post_payments: [{ name: "餐", amount: 4000 }, { name: "酒", amount: 1, count: 1234 }] };
    const text = `${line(good)}\n\n  ${line(order)}\n`;
    const { found } = validateBatch(encode(text), now);
    assert.equal(found.length, 1);
    const [{ issues, index, out_order_no, ...report }] = found;
    const expected = validateOrder(order, now);
    assert.deepEqual({ index, out_order_no }, { index: 1, out_order_no: order.out_order_no });
    assert.deepEqual({ ...withoutPosition(report), issues: issues.map(withoutPosition) }, expected);
    const start = text.indexOf(line(order));
    assert.deepEqual(positionOf(report), positionIn(text, start));
    const places = { "/total_amount": "12345", "/goods_tag": '"😀"', "/post_payments/1/count": "1234}" };
    for (const [pointer, value] of Object.entries(places)) {
      const issue = issues.find((one) => one.pointer === pointer);
      assert.deepEqual(positionOf(issue), positionIn(text, text.indexOf(value, start)), pointer);
    }
  });

  test("points a missing field at the object that lacks it, and an unknown one at its name", () => {
    const order = { ...good, post_payments: [{ name: "餐" }, {}], total_amount: undefined, foo: ["here"] };
    const text = `${line(good)}\n${line(order)}`;
    const [{ issues }] = validateBatch(text, now).found;
    const start = text.indexOf("\n") + 1;
    const at = (pointer) => positionOf(issues.find((issue) => issue.pointer === pointer));
    assert.deepEqual(at("/total_amount"), positionIn(text, start));
    assert.deepEqual(at("/post_payments/0"), positionIn(text, text.indexOf('{"name":"餐"}', start)));
    assert.deepEqual(at("/post_payments/1/name"), positionIn(text, text.indexOf("{}", start)));
    assert.deepEqual(at("/foo"), positionIn(text, text.indexOf('"foo"', start)));
  });

  test("tells where JSON stops, and the next line goes on", () => {
    const { found, ...counts } = validateBatch(`${line(good)}\n{"a": 餐}\n${line(good)}`, now);
    const [{ issues: [issue], ...report }] = found;
    const stopped = { line: 2, column: 7, offset: line(good).length + encode(line(good)).length - line(good).length + 7 };
    assert.deepEqual([issue.code, issue.severity, issue.path, issue.pointer], ["invalid_json", "error", [], ""]);
    assert.deepEqual(issue.params, stopped);
    assert.deepEqual(positionOf(issue), stopped);
    assert.deepEqual([report.index, report.out_order_no, report.valid], [1, null, false]);
    assert.deepEqual([counts.orders, counts.valid, counts.invalid], [3, 2, 1]);
  });

  test("has every option that validateOrder has", () => {
    for (const table of ["values", "rules", "service-order", "industries"]) {
      for (const row of rows(table)) {
        const json = asJson(row.document);
        if (json === undefined) continue;
        const expected = validateOrder(JSON.parse(json), row.options);
        const { found, valid } = validateBatch(`\uFEFF\n${json}\r\n`, { format: "ndjson", ...row.options });
        assert.deepEqual(found.flatMap(({ issues }) => issues.map(withoutPosition)), expected.issues, row.name);
        assert.equal(valid, expected.valid ? 1 : 0, row.name);
      }
    }
  });
});

function asJson(value) {
  try {
    return line(value);
  } catch {
    return undefined;
  }
}

describe("the data", () => {
  for (const [name, data] of [
    ["a Buffer", Buffer.from(mixed)],
    ["bytes of another realm", runInContext("(list) => new Uint8Array(list)", createContext())([...encode(mixed)])],
    ["bytes that are shared", shared(encode(mixed))],
    ["bytes amid others", encode(`xx${mixed}xx`).subarray(2, -2)],
    ["a string", mixed],
  ]) {
    test(`may be ${name}`, () => assert.deepEqual(validateBatch(data, now), mixedReport));
  }

  for (const [name, data] of [
    ["nothing", undefined],
    ["null", null],
    ["a number", 5],
    ["an order", good],
    ["a list of bytes", [123, 125]],
    ["an ArrayBuffer", encode(mixed).buffer],
    ["a DataView", new DataView(encode(mixed).buffer)],
    ["other numbers", new Uint8ClampedArray(2)],
    ["what only says it is bytes", { [Symbol.toStringTag]: "Uint8Array", length: 2 }],
    ["a promise", Promise.resolve("")],
  ]) {
    test(`may not be ${name}`, () => {
      assert.throws(() => validateBatch(data), (error) => error instanceof TypeError && /data must be Uint8Array \| string/.test(error.message));
    });
  }

  test("may hold lone surrogates as a string, and none as bytes", () => {
    const order = { ...good, goods_tag: "a\uD800b" };
    const text = `{${line(order).slice(1).replace("\\ud800", "\uD800")}`;
    assert.ok(text.includes("\uD800"));
    const [{ issues }] = validateBatch(text, now).found;
    assert.deepEqual(issues.map(withoutPosition), validateOrder(order, now).issues);
    const bytes = Buffer.from(text.replace("\uD800", "XXX"));
    bytes.set([0xed, 0xa0, 0x80], bytes.indexOf("XXX"));
    assert.deepEqual(validateBatch(bytes, now).found.map(codes), [["invalid_json"]]);
  });

  test("may be larger than what is handed over at once, cut within a pair of surrogates", () => {
    const order = { ...good, attach: "😀".repeat(3) };
    for (const shift of [-3, -2, -1, 0, 1]) {
      const start = line(good).length + 1;
      const text = `${line(good)}\n${" ".repeat(PIECE + shift - start - line(order).indexOf("😀"))}${line(order)}\n${line(bad)}`;
      const report = validateBatch(text, now);
      assert.deepEqual(report, validateBatch(encode(text), now), `${shift}`);
      assert.deepEqual([report.orders, report.invalid, report.bytes], [3, 1, encode(text).length]);
    }
  });

  test("may be much larger: each order is found again by its position", () => {
    const orders = Array.from({ length: 3000 }, (_, index) => (index % 7 === 3 ? { ...bad, out_order_no: `N${index}` } : good));
    const text = orders.map(line).join("\n");
    const bytes = encode(text);
    const { found, orders: count } = validateBatch(bytes, { ...now, maxIssues: Infinity });
    assert.equal(count, 3000);
    assert.deepEqual(found.map(({ index }) => index), orders.flatMap((order, index) => (order === good ? [] : [index])));
    for (const { index, line: at, offset, out_order_no } of found) {
      assert.deepEqual([out_order_no, at], [`N${index}`, index + 1]);
      assert.equal(Buffer.from(bytes.subarray(offset)).toString().startsWith(line(orders[index])), true);
    }
  });
});

function shared(bytes) {
  const view = new Uint8Array(new SharedArrayBuffer(bytes.length));
  view.set(bytes);
  return view;
}

describe("the format", () => {
  const pretty = JSON.stringify([good, bad], null, 2);
  for (const [name, text, options, expected] of [
    ["lines, found out", `${line(good)}\n${line(bad)}`, {}, [2, ["total_mismatch", "unknown_field"]]],
    ["an array, found out", `\n ${pretty}`, {}, [2, ["total_mismatch", "unknown_field"]]],
    ["an array, said to be lines", line([good, bad]), { format: "ndjson" }, [1, ["wrong_document"]]],
    ["one order over many lines", JSON.stringify(bad, null, 2), { format: "json" }, [1, ["total_mismatch", "unknown_field"]]],
    ["one order over many lines, said to be lines", "{\n}", {}, [2, ["invalid_json", "invalid_json"]]],
    ["two orders, said to be JSON", `${line(good)}\n${line(good)}`, { format: "json" }, [2, ["invalid_json"]]],
    ["nothing", "", { format: "json" }, [0, []]],
  ]) {
    test(name, () => {
      const report = validateBatch(text, { ...now, ...options });
      assert.deepEqual([report.orders, report.found.flatMap(codes)], expected);
    });
  }
});

test("maxIssues bounds what is told, and the counts go on", () => {
  const text = `${line(bad)}\n`.repeat(10);
  const all = validateBatch(text, now);
  assert.deepEqual([all.errors, all.warnings, all.truncated], [10, 10, false]);
  for (const [maxIssues, orders, told] of [[0, 0, 0], [1, 1, 1], [5, 3, 5], [19, 10, 19], [20, 10, 20]]) {
    const { found, truncated, ...counts } = validateBatch(text, { ...now, maxIssues });
    assert.deepEqual([found.length, found.flatMap(codes).length, truncated], [orders, told, maxIssues < 20]);
    assert.deepEqual({ found: all.found, truncated: false, ...counts }, all);
  }
  assert.equal(validateBatch(`${line(bad)}\n`.repeat(600), now).found.flatMap(codes).length, 1000);
});

describe("a wrong option is a TypeError that names it", () => {
  const wrongOptions = [
    ["format", "csv", /"ndjson"/],
    ["maxIssues", -1, /整数/],
    ["maxIssues", 1.5, /整数/],
    ["maxIssues", "1", /整数/],
    ["context", "created", /函数/],
    ["context", { orders: "x" }, /函数/],
    ["context", { order: 1 }, /函数/],
    ["kind", "body", /"completionBody"/],
    ["created", "DOING", /ServiceOrder/],
    ["now", "soon", /毫秒时间戳/],
    ["industry", "hotle", /"hotel"/],
    ["colour", "red", /kind、mode/],
  ];
  for (const [option, value, takes] of wrongOptions) {
    test(`${option}: ${line(value)}`, () => {
      for (const call of [(options) => validateBatch("", options), orderValidatorStream]) assertNames(() => call({ [option]: value }), option, takes);
    });
  }
  for (const [option, value] of [["signal", {}], ["signal", "x"], ["onProgress", {}], ["all", 1]]) {
    test(`${option}: ${line(value)}`, () => assertNames(() => orderValidatorStream({ [option]: value }), option, /AbortSignal|function|boolean/));
  }
  test("options that are none", () => {
    for (const options of ["en", 5, [], () => {}]) {
      for (const call of [(options) => validateBatch("", options), orderValidatorStream]) assertNames(() => call(options), "options", /format/);
    }
  });
});

function assertNames(call, option, takes) {
  assert.throws(call, (error) => error instanceof TypeError && error.message.includes(option) && takes.test(error.message));
}

describe("context", () => {
  const created = { out_order_no: good.out_order_no, state: "DOING", state_description: "USER_CONFIRM", risk_fund: { name: "DEPOSIT", amount: 10 } };
  const { out_order_no: _, ...previous } = { ...good, goods_tag: "before" };
  const wanted = (options) => validateOrder(good, { ...now, ...options }).issues.map(({ code }) => code);
  const both = wanted({ created, previous });
  const text = [good, { ...good, out_order_no: "2" }, [], good].map(line).join("\n");

  test("as a function is asked for each order", () => {
    const asked = [];
    const { found } = validateBatch(text, {
      ...now,
      context: (order) => {
        asked.push(order);
        return [{ created, previous }, undefined, null, {}][order.index];
      },
    });
    const number = good.out_order_no;
    assert.deepEqual(asked, [number, "2", null, number].map((out_order_no, index) => ({ index, out_order_no })));
    assert.deepEqual(found.map((order) => [order.index, codes(order)]), [[0, both], [2, ["wrong_document"]]]);
  });

  test("of one order stands in place of what the options say of all", () => {
    const context = ({ index }) => [null, { created: { ...created, risk_fund: undefined } }, undefined, {}][index];
    const { found } = validateBatch(`${line(good)}\n`.repeat(4), { ...now, created, context });
    assert.deepEqual(found.map((order) => [order.index, codes(order)]), [wanted({ created }), wanted({ created: { ...created, risk_fund: undefined } }), wanted({ created }), wanted({ created })].map((issues, index) => [index, issues]));
  });

  test("that throws ends the batch with what it threw", () => {
    for (const thrown of [new Error("theirs"), new RangeError("theirs"), new WebAssembly.RuntimeError("theirs"), "text", null, undefined]) {
      const context = ({ index }) => {
        if (index === 2) throw thrown;
      };
      try {
        validateBatch(text, { context });
        assert.fail("it did not throw");
      } catch (error) {
        assert.equal(error, thrown);
      }
      assert.deepEqual(validateBatch(mixed, now), mixedReport);
    }
  });

  for (const [name, answer] of [["a promise", Promise.resolve({})], ["a text", "DOING"], ["a list", [created]], ["other members", { order: good }], ["a created that is none", { created: "DOING" }]]) {
    test(`that returns ${name} is a TypeError that names it`, () => {
      assert.throws(() => validateBatch(text, { context: () => answer }), (error) => error instanceof TypeError && /context|created|previous/.test(error.message));
    });
  }

  test("that returns a previous that is none is told of", () => {
    const { found } = validateBatch(line(good), { ...now, context: () => ({ previous: [] }) });
    assert.deepEqual(found.map(codes), [["previous_unread"]]);
  });

  test("may check other orders meanwhile, and both are right", () => {
    const large = `${line(bad)}\n`.repeat(3000);
    const alone = validateBatch(large, now);
    const inner = [];
    const outer = validateBatch(text, {
      ...now,
      context: ({ index }) => {
        inner.push(validateBatch(large, now), validateOrder(bad, now));
        return index === 0 ? { created, previous } : null;
      },
    });
    assert.deepEqual(outer.found.map(codes), [both, ["wrong_document"]]);
    for (const report of inner) assert.deepEqual(codes(report.found?.[0] ?? report), codes(alone.found[0]));
    assert.equal(inner.length, 8);
  });

  test("as names of fields is read from each line, in any order and however it is written", () => {
    for (const [context, names] of [[{}, ["order", "created", "previous"]], [{ order: "完结", created: "c", previous: "p" }, ["完结", "c", "p"]]]) {
      const [order, createdName, previousName] = names;
      for (const text of [
        line({ [order]: good, [createdName]: created, [previousName]: previous }),
        line({ [previousName]: previous, [createdName]: created, other: [1], [order]: good }),
        line({ [createdName]: created, [order]: good, [previousName]: previous }).replace(`"${order}"`, `"${escaped(order)}"`),
      ]) {
        const [{ issues, out_order_no, ...report }] = validateBatch(`\n${text}`, { ...now, context }).found;
        assert.deepEqual(issues.map(withoutPosition), validateOrder(good, { ...now, created, previous }).issues);
        assert.equal(out_order_no, good.out_order_no);
        const start = text.indexOf(line(good)) + 1;
        assert.deepEqual(positionOf(report), positionIn(`\n${text}`, start));
        const total = issues.find(({ pointer }) => pointer === "/total_amount");
        assert.deepEqual(positionOf(total), positionIn(`\n${text}`, text.indexOf("3900", start) + 1));
      }
    }
  });

  test("as names of fields: a previous is read, or told of, as it is of an order by itself", () => {
    const built = `{"method":"POST","path":"/v3/payscore/serviceorder/1/complete","bodyText":"","body":"POST","body":{"goods_tag":"x"}}`;
    for (const text of ['"{\\"goods_tag\\":\\"\\ud800\\"}"', built, '""', '"5"', '"null"', '"[]"', '"[{\\"appid\\":1}]"', '"{\\"appid\\":"', "[]", "5", "true"]) {
      const [{ issues }] = validateBatch(`{"order":${JSON.stringify(good)},"previous":${text}}`, { ...now, context: {} }).found;
      assert.deepEqual(issues.map(withoutPosition), validateOrder(good, { ...now, previous: JSON.parse(text) }).issues, text);
    }
  });

  test("as names of fields: a line without the order, and one that is none", () => {
    const { found, orders } = validateBatch('{"created":{}}\n5\n{"order":{}\n{"order":null}', { ...now, context: {} });
    assert.deepEqual(found.map(codes), [["invalid_type"], ["invalid_type"], ["invalid_json"], ["invalid_type"]]);
    assert.equal(orders, 4);
  });
});

const escaped = (text) => Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, "0")}`).join("");

/** What a stream reports for some chunks, and its counts. */
async function streamed(chunks, options) {
  const stream = orderValidatorStream(options);
  const writer = stream.writable.getWriter();
  const sent = (async () => {
    for (const chunk of chunks) await writer.write(chunk);
    await writer.close();
  })();
  const [orders] = await Promise.all([all(stream.readable), sent]);
  return { ...(await stream.counts), found: orders };
}

async function all(readable) {
  const orders = [];
  for await (const order of readable) orders.push(order);
  return orders;
}

function inPieces(data, sizeOf) {
  const pieces = [];
  for (let at = 0; at < data.length; ) {
    const end = at + sizeOf();
    pieces.push(data.slice(at, end));
    at = end;
  }
  return pieces;
}

describe("a stream", () => {
  const { truncated, ...expected } = mixedReport;
  let seed = 7;
  const random = () => 1 + ((seed = (seed * 48271) % 0x7fffffff) % 97);

  for (const [name, sizeOf] of [["a byte at a time", () => 1], ["two", () => 2], ["at random", random], ["all at once", () => 1e9]]) {
    test(`tells what validateBatch tells: ${name}`, async () => {
      assert.deepEqual(await streamed(inPieces(encode(mixed), sizeOf), now), expected);
      assert.deepEqual(await streamed(inPieces(mixed, sizeOf), now), expected);
      const array = JSON.stringify([good, bad, { ...good, goods_tag: "😀" }], null, 1);
      const { truncated, ...report } = validateBatch(array, now);
      assert.deepEqual(await streamed(inPieces(encode(array), sizeOf), now), report);
      assert.deepEqual(await streamed(inPieces(array, sizeOf), now), report);
    });
  }

  test("of no chunks, and of empty ones, has no orders", async () => {
    for (const chunks of [[], ["", ""], [new Uint8Array(0)]]) assert.deepEqual(await streamed(chunks, now), { ...none, found: [] });
  });

  test("keeps a lone surrogate at the end of a chunk", async () => {
    const text = `{${line({ ...good, goods_tag: "a" }).slice(1).replace('"a"', '"a\uD800"')}`;
    const at = text.indexOf("\uD800") + 1;
    const { truncated, ...report } = validateBatch(text, now);
    assert.deepEqual(await streamed([text.slice(0, at), text.slice(at)], now), report);
    assert.deepEqual((await streamed([text.slice(0, at)], now)).found.map(codes), [["invalid_json"]]);
  });

  test("tells of every order with `all`", async () => {
    const { found } = await streamed([mixed], { ...now, all: true });
    assert.deepEqual(found.map(({ index }) => index), [0, 1, 2, 3, 4, 5, 6]);
    assert.deepEqual(found[0], { index: 0, line: 1, column: 1, offset: 0, out_order_no: good.out_order_no, valid: true, kind: "completion", mode: "direct", issues: [] });
  });

  test("takes a chunk of a wrong type as the mistake it is", async () => {
    for (const chunk of [5, null, good, [1], new DataView(new ArrayBuffer(1)), encode("{}").buffer]) {
      const stream = orderValidatorStream();
      const writer = stream.writable.getWriter();
      const drained = all(stream.readable);
      await assert.rejects(writer.write(chunk), (error) => error instanceof TypeError && /chunk must be Uint8Array \| string/.test(error.message));
      await assert.rejects(drained, TypeError);
      await assert.rejects(stream.counts, TypeError);
    }
  });

  test("takes text or bytes, not both in turn", async () => {
    await assert.rejects(streamed(["{}", encode("\n{}")], now), /chunk must be string, like the first one/);
    await assert.rejects(streamed([encode("{}"), "\n{}"], now), /chunk must be Uint8Array, like the first one/);
  });

  test("counts on after each chunk", async () => {
    const reached = [];
    const text = `${line(good)}\n`;
    await streamed([text, text, `${line(bad)}\n`], { ...now, onProgress: (counts) => reached.push(counts) });
    assert.deepEqual(reached.map(({ orders, invalid, bytes }) => [orders, invalid, bytes === encode(text).length * Math.min(orders, 2) + (orders === 3 ? line(bad).length + encode(line(bad)).length - line(bad).length + 1 : 0)]), [[1, 0, true], [2, 0, true], [3, 1, true], [3, 1, true]]);
  });

  for (const [name, options, message] of [
    ["its context function throws", { context: () => assert.fail("theirs") }, /theirs/],
    ["its progress function throws", { onProgress: () => assert.fail("theirs") }, /theirs/],
    ["its context function returns a promise", { context: async () => {} }, /context/],
  ]) {
    test(`fails when ${name}, and so do its counts`, async () => {
      const stream = orderValidatorStream({ ...now, ...options });
      const writer = stream.writable.getWriter();
      const drained = all(stream.readable);
      await assert.rejects(writer.write(mixed), message);
      await assert.rejects(drained, message);
      await assert.rejects(stream.counts, message);
    });
  }

  test("is aborted by a signal, before and during, with the signal's reason", async () => {
    const reason = new Error("enough");
    const before = orderValidatorStream({ signal: AbortSignal.abort(reason) });
    await assert.rejects(before.writable.getWriter().write("{}"), (error) => error === reason);
    await assert.rejects(before.counts, (error) => error === reason);

    const during = new AbortController();
    const stream = orderValidatorStream({ ...now, signal: during.signal });
    const writer = stream.writable.getWriter();
    const reader = stream.readable.getReader();
    const first = reader.read();
    await writer.write(`${line(bad)}\n`);
    assert.deepEqual(codes((await first).value), codes(mixedReport.found[0]));
    during.abort(reason);
    await assert.rejects(reader.read(), (error) => error === reason);
    await assert.rejects(writer.write(line(bad)), (error) => error === reason);
    await assert.rejects(stream.counts, (error) => error === reason);

    const within = new AbortController();
    await assert.rejects(streamed([mixed, mixed], { context: () => within.abort(reason), signal: within.signal }), (error) => error === reason);
    const last = new AbortController();
    await assert.rejects(streamed([mixed], { onProgress: () => last.abort(reason), signal: last.signal }), (error) => error === reason);
  });

  test("that has ended no longer listens to its signal", async () => {
    const { signal, abort } = listened();
    await streamed([mixed], { ...now, signal });
    assert.equal(signal.listeners, 0);
    abort();
  });

  test("runs beside others", async () => {
    const texts = Array.from({ length: 5 }, (_, index) => [`${line({ ...bad, out_order_no: `N${index}` })}\n`, line(good), "\n", index % 2 ? "{oops" : `${line(good)}`].join("").repeat(index + 1));
    const reports = await Promise.all(texts.map((text, index) => streamed(inPieces(encode(text), () => 100 + index), now)));
    texts.forEach((text, index) => {
      const { truncated, ...expected } = validateBatch(text, now);
      assert.deepEqual(reports[index], expected);
    });
  });

  test("waits for who reads it", async () => {
    const chunk = `${line(bad)}\n`;
    const stream = orderValidatorStream(now);
    let taken = 0;
    const source = new ReadableStream({ pull: (controller) => (taken++ < 100 ? controller.enqueue(chunk) : controller.close()) }, { highWaterMark: 0 });
    const reader = source.pipeThrough(stream).getReader();
    await reader.read();
    await new Promise((later) => setTimeout(later, 20));
    assert.ok(taken < 10, `${taken} chunks were taken unasked`);
    let told = 1;
    while (!(await reader.read()).done) told++;
    assert.equal(told, 100);
    assert.equal((await stream.counts).orders, 100);
  });

  test("that nobody reads on is no hindrance to the next", async () => {
    for (let left = 0; left < 20; left++) {
      const stream = orderValidatorStream(now);
      const reader = stream.readable.getReader();
      const writing = stream.writable.getWriter().write(`${line(bad)}\n{"half`);
      await reader.read();
      await writing;
      await reader.cancel("enough");
    }
    assert.deepEqual(await streamed([mixed], now), expected);
  });
});

function listened() {
  const controller = new AbortController();
  const { signal } = controller;
  const { addEventListener, removeEventListener } = signal;
  signal.listeners = 0;
  signal.addEventListener = (...event) => (signal.listeners++, addEventListener.apply(signal, event));
  signal.removeEventListener = (...event) => (signal.listeners--, removeEventListener.apply(signal, event));
  return { signal, abort: () => controller.abort() };
}

test("20,000 calls that fail leave the memory as it was", () => {
  const fail = {
    context: () => {
      throw "theirs";
    },
  };
  const run = (times) => {
    for (let call = 0; call < times; call++) {
      assert.throws(() => validateBatch(mixed, fail));
      assert.throws(() => validateBatch(mixed, { format: "csv" }));
      orderValidatorStream({ signal: AbortSignal.abort() });
    }
  };
  run(100);
  const before = process.memoryUsage().arrayBuffers + process.memoryUsage().external;
  run(10_000);
  const grown = process.memoryUsage().arrayBuffers + process.memoryUsage().external - before;
  assert.ok(grown < 8 * 1024 * 1024, `${grown} bytes more`);
});

/** The module for bytes in an engine of its own, whose WebAssembly is as the script leaves it. */
function elsewhere(script) {
  const module = { exports: {} };
  const context = createContext({ module, TransformStream });
  runInContext(script, context);
  const folder = dirname(createRequire(import.meta.url).resolve("payscore"));
  runInContext(readFileSync(join(folder, "batch.cjs"), "utf8"), context);
  return { ...module.exports, globals: context };
}

const here = (value) => JSON.parse(JSON.stringify(value));

test("after a trap the next call works, and a stream that was begun before goes on", async () => {
  const trapping = elsewhere(`
    var fail = false;
    const { Instance } = WebAssembly;
    WebAssembly.Instance = function (module, imports) {
      const { exports } = new Instance(module, imports);
      const checkBatch = (...args) => {
        if (fail) throw new WebAssembly.RuntimeError("unreachable");
        return exports.checkBatch(...args);
      };
      return { exports: { ...exports, checkBatch } };
    };`);
  trapping.validateBatch(mixed, now);
  const stream = trapping.orderValidatorStream(now);
  trapping.globals.fail = true;
  assert.throws(() => trapping.validateBatch(mixed, now), /bug in payscore.*next call works/);
  trapping.globals.fail = false;
  assert.deepEqual(here(trapping.validateBatch(mixed, now)), here(mixedReport));
  const drained = all(stream.readable);
  const writer = stream.writable.getWriter();
  await writer.write(mixed);
  await writer.close();
  assert.deepEqual(here(await drained), here(mixedReport.found));
  assert.deepEqual(here(trapping.validateBatch(mixed, now)), here(mixedReport));
});
