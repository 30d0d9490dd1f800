// From bytes: a file of orders, one a line; and one order by itself.

import { interleaved } from "../measure.mjs";
import { asNdjson, asSeparateBytes, WRITINGS } from "../ndjson.mjs";
import { generateOrders } from "../orders.mjs";
import { check } from "../peers/hand-written.mjs";
import { agreeOnBytes } from "../agreement.mjs";

const INVALID = { "10 % invalid": 0.1, "all valid": 0 };
const SINGLE_ORDERS = 500;

/**
 * @param {{validateBatch?: Function, validateBatchScalar?: Function}} ours
 * @param {{name: string, check: (order: object) => number}[]} libraries how many issues each finds in an order
 */
export function bytesSuite(ours, libraries, effort) {
  const cases = [];
  for (const [writing, write] of Object.entries(WRITINGS)) {
    for (const [share, invalid] of Object.entries(INVALID)) {
      const orders = generateOrders({ orders: effort.orders, invalid });
      const bytes = asNdjson(write(orders));
      agreeOnBytes(bytes, orders, ours);
      const timings = interleaved(wholeFile(bytes, ours, libraries), effort);
      cases.push({ input: writing, share, orders: orders.length, bytes: bytes.length, timings });
    }
  }
  cases.push(oneOrder(ours, libraries, effort));
  return cases;
}

function wholeFile(bytes, ours, libraries) {
  const batch = (validateBatch) => () => {
    const { found } = validateBatch(bytes, { now: null, maxIssues: Infinity });
    let errors = 0;
    for (const { issues } of found) errors += errorsOf(issues);
    return errors;
  };
  return [
    { name: "hand-written, JSON.parse per line", run: () => perLine(bytes, handWritten) },
    { name: "hand-written, JSON.parse per chunk", run: () => perChunk(bytes, handWritten) },
    ...libraries.map(({ name, check: checkOrder }) => ({ name, run: () => perLine(bytes, checkOrder) })),
    ...(ours.validateBatch ? [{ name: "payscore", run: batch(ours.validateBatch) }] : []),
    ...(ours.validateBatchScalar ? [{ name: "payscore without simd", run: batch(ours.validateBatchScalar) }] : []),
  ];
}

function oneOrder(ours, libraries, effort) {
  const orders = generateOrders({ orders: SINGLE_ORDERS, invalid: 0.1 });
  const each = asSeparateBytes(WRITINGS.usual(orders));
  const one = (validateBatch) => () => {
    let errors = 0;
    for (const bytes of each) {
      const { found } = validateBatch(bytes, { now: null });
      for (const { issues } of found) errors += errorsOf(issues);
    }
    return errors;
  };
  const timings = interleaved(
    [
      { name: "hand-written, TextDecoder", run: () => parsedSingly(each, (bytes) => decoder.decode(bytes), handWritten) },
      ...(typeof Buffer === "undefined" ? [] : [{ name: "hand-written, Buffer.toString", run: () => parsedSingly(each, asBufferText, handWritten) }]),
      ...libraries.map(({ name, check: checkOrder }) => ({ name, run: () => parsedSingly(each, (bytes) => decoder.decode(bytes), checkOrder) })),
      ...(ours.validateBatch ? [{ name: "payscore", run: one(ours.validateBatch) }] : []),
      ...(ours.validateBatchScalar ? [{ name: "payscore without simd", run: one(ours.validateBatchScalar) }] : []),
    ],
    effort,
  );
  const bytes = each.reduce((total, { length }) => total + length, 0);
  return { input: "one order", share: "10 % invalid", orders: orders.length, bytes, timings };
}

const decoder = new TextDecoder();
const asBufferText = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();

function handWritten(order) {
  return errorsOf(check(order));
}

/** Reads every issue, as somebody who shows them would. */
function errorsOf(issues) {
  let errors = 0;
  for (const { severity, code, pointer } of issues) {
    if (severity === "error" && code.length > 0 && pointer !== undefined) errors++;
  }
  return errors;
}

function perLine(bytes, checkOrder) {
  const text = decoder.decode(bytes);
  let errors = 0;
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf("\n", start);
    errors += checkOrder(JSON.parse(text.slice(start, end)));
    start = end + 1;
  }
  return errors;
}

function perChunk(bytes, checkOrder) {
  const orders = JSON.parse(`[${decoder.decode(bytes).trimEnd().replaceAll("\n", ",")}]`);
  let errors = 0;
  for (const order of orders) errors += checkOrder(order);
  return errors;
}

function parsedSingly(each, decode, checkOrder) {
  let errors = 0;
  for (const bytes of each) errors += checkOrder(JSON.parse(decode(bytes)));
  return errors;
}
