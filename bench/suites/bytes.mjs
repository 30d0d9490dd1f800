// From bytes: a file of orders, one a line; and one order by itself.

import { agreeOnBytes, agreeOnOrders } from "../agreement.mjs";
import { errorsOf, HAND_WRITTEN, handWrittenCheck, libraries, ours, PAYSCORE } from "../contestants.mjs";
import { interleaved } from "../measure.mjs";
import { asNdjson, asSeparateBytes, WRITINGS } from "../ndjson.mjs";
import { generateOrders } from "../orders.mjs";

const INVALID = { "10 %": 0.1, 0: 0 };
const SINGLE_ORDERS = 500;

export function measureBytes(effort) {
  const files = Object.keys(WRITINGS).flatMap((writing) => Object.keys(INVALID).map((invalid) => measureFile(writing, invalid, effort)));
  return [...files, measureOneOrder(effort)];
}

function measureFile(writing, invalid, effort) {
  const orders = generateOrders({ orders: effort.orders, invalid: INVALID[invalid] });
  const bytes = asNdjson(WRITINGS[writing](orders));
  // The libraries are measured on the first layout only: on the others just JSON.parse differs, which is the same for all of them.
  const peers = effort.quick || writing !== "usual" ? [] : libraries;
  agreeOnOrders(orders, handWrittenCheck, ours, peers);
  agreeOnBytes(bytes, orders, handWrittenCheck, ours);
  const timings = interleaved(
    [
      { name: `${HAND_WRITTEN}, JSON.parse per line`, run: () => perLine(bytes, handWritten) },
      { name: `${HAND_WRITTEN}, JSON.parse per chunk`, run: () => perChunk(bytes, handWritten) },
      ...peers.map(({ name, check }) => ({ name, run: () => perLine(bytes, (order) => check(order).length) })),
      { name: PAYSCORE, run: () => errorsIn(bytes) },
    ],
    effort,
  );
  return { input: writing, invalid, orders: orders.length, bytes: bytes.length, timings };
}

function measureOneOrder(effort) {
  const orders = generateOrders({ orders: SINGLE_ORDERS, invalid: 0.1 });
  const each = asSeparateBytes(WRITINGS.usual(orders));
  const peers = effort.quick ? [] : libraries;
  const timings = interleaved(
    [
      { name: `${HAND_WRITTEN}, TextDecoder`, run: () => oneByOne(each, (bytes) => handWritten(parsed(bytes))) },
      // Not available in a browser.
      ...(typeof Buffer === "undefined" ? [] : [{ name: `${HAND_WRITTEN}, Buffer`, run: () => oneByOne(each, (bytes) => handWritten(parsedByBuffer(bytes))) }]),
      ...peers.map(({ name, check }) => ({ name, run: () => oneByOne(each, (bytes) => check(parsed(bytes)).length) })),
      { name: PAYSCORE, run: () => oneByOne(each, errorsIn) },
    ],
    effort,
  );
  return { input: "one", invalid: "10 %", orders: orders.length, bytes: each.reduce((sum, { length }) => sum + length, 0), timings };
}

function errorsIn(bytes) {
  const { found } = ours.validateBatch(bytes, { now: null, maxIssues: Infinity });
  let errors = 0;
  for (const { issues } of found) errors += errorsOf(issues);
  return errors;
}

const decoder = new TextDecoder();
const parsed = (bytes) => JSON.parse(decoder.decode(bytes));
const parsedByBuffer = (bytes) => JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString());

function handWritten(order) {
  return errorsOf(handWrittenCheck(order));
}

function perLine(bytes, found) {
  const text = decoder.decode(bytes);
  let all = 0;
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf("\n", start);
    all += found(JSON.parse(text.slice(start, end)));
    start = end + 1;
  }
  return all;
}

function perChunk(bytes, found) {
  const orders = JSON.parse(`[${decoder.decode(bytes).trimEnd().replaceAll("\n", ",")}]`);
  let all = 0;
  for (const order of orders) all += found(order);
  return all;
}

function oneByOne(each, found) {
  let all = 0;
  for (const bytes of each) all += found(bytes);
  return all;
}
