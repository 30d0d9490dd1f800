// Real exhaustion: the wasm is given a memory that cannot grow beyond a few megabytes.

import assert from "node:assert/strict";
import { test } from "node:test";

const MOST_PAGES = 64;
const MEMORY_SECTION = 5;

WebAssembly.Module = new Proxy(WebAssembly.Module, {
  construct: (Module, [bytes]) => new Module(withBoundedMemory(new Uint8Array(bytes))),
});
const { buildCompleteRequest, diffRequests, validateBatch, validateOrder } = await import("payscore");

const items = (count) => Array.from({ length: count }, () => null);
const answer = JSON.stringify(validateOrder({}));

for (const [what, call] of Object.entries({
  "an order": () => validateOrder({ post_payments: items(1_000_000) }),
  "a draft": () => buildCompleteRequest({ post_payments: items(1_000_000) }),
  "two bodies": () => diffRequests({ post_payments: items(1_000_000) }, {}),
  "a line": () => validateBatch(`{"post_payments":[${items(1_000_000)}null]}`),
})) {
  test(`${what} for which there is no memory is the named error, and the next call is right`, () => {
    assert.throws(call, ({ message, cause }) => {
      assert.match(message, /payscore/);
      assert.match(message, /next call works/);
      assert.ok(cause instanceof Error);
      return true;
    });
    assert.equal(JSON.stringify(validateOrder({})), answer);
    assert.equal(validateBatch("{}\n").orders, 1);
  });
}

function withBoundedMemory(bytes) {
  const HEAD = 8;
  const parts = [bytes.subarray(0, HEAD)];
  let at = HEAD;
  while (at < bytes.length) {
    const start = at;
    const id = bytes[at];
    const [size, content] = leb128(bytes, at + 1);
    at = content + size;
    parts.push(id === MEMORY_SECTION ? memorySection(bytes, content) : bytes.subarray(start, at));
  }
  return Buffer.concat(parts);
}

/** One memory, with the least number of pages it had. */
function memorySection(bytes, content) {
  const [least] = leb128(bytes, content + 2);
  const HAS_MOST = 1;
  return Uint8Array.from([MEMORY_SECTION, 6, 1, HAS_MOST, ...padded(least), ...padded(MOST_PAGES)]);
}

/** Stored in two bytes. */
function padded(number) {
  return [(number & 0x7f) | 0x80, number >> 7];
}

function leb128(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7, at += 1) {
    value |= (bytes[at] & 0x7f) << shift;
    if (bytes[at] < 0x80) return [value, at + 1];
  }
}
