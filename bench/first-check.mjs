// A process of its own: imports an entry, checks one order and prints the milliseconds that both took.

import { pathToFileURL } from "node:url";

const [, , file, order] = process.argv;
const parsed = JSON.parse(order);
const start = performance.now();
const { find } = await import(pathToFileURL(file).href);
const { length } = find(parsed);
const time = performance.now() - start;
if (length !== 0) throw new Error(`${file} found ${length} issues in a sound order`);
console.log(time);
