// A stream of any length takes as much memory as a short one. `npm run test:stream` makes it two gigabytes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { orderValidatorStream } from "payscore";
import { rows } from "./tables.mjs";

const MEGABYTE = 1 << 20;
const megabytes = Number(process.env.PAYSCORE_STREAM_MEGABYTES ?? 100);
const MOST_GROWN = 64 * MEGABYTE;

const { document: good } = rows("values").find(({ name }) => name.endsWith("the good order"));
const lines = Array.from({ length: 1400 }, (_, index) => JSON.stringify({ ...good, total_amount: index % 100 === 0 ? 1 : good.total_amount }));
const chunk = Buffer.from(`${lines.join("\n")}\n`);
const chunks = Math.ceil((megabytes * MEGABYTE) / chunk.length);

test(`${megabytes} MB are checked in as much memory as one`, async () => {
  // Cut within lines.
  const cut = 1000;
  const stream = orderValidatorStream({ now: null, maxIssues: Infinity });
  const written = (async () => {
    const writer = stream.writable.getWriter();
    await writer.write(chunk.subarray(0, cut));
    const next = Buffer.concat([chunk.subarray(cut), chunk.subarray(0, cut)]);
    for (let count = 1; count < chunks; count++) await writer.write(next);
    await writer.write(chunk.subarray(cut));
    await writer.close();
  })();
  let found = 0;
  let before;
  let most = 0;
  for await (const { line, issues } of stream.readable) {
    found += 1;
    assert.equal(line % 100, 1);
    assert.equal(issues[0].code, "total_mismatch");
    if (found % 5000 !== 0) continue;
    before ??= process.memoryUsage.rss();
    most = Math.max(most, process.memoryUsage.rss());
  }
  await written;
  const counts = await stream.counts;
  assert.deepEqual(counts, { orders: 1400 * chunks, valid: 1386 * chunks, invalid: 14 * chunks, errors: 14 * chunks, warnings: 0, bytes: chunk.length * chunks });
  assert.equal(found, 14 * chunks);
  if (before !== undefined) assert.ok(most - before < MOST_GROWN, `${Math.round((most - before) / MEGABYTE)} MB more`);
});
