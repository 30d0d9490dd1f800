// The start of a process: import and first check. Each turn is a process of its own, without Node's compile cache.

import { Problem, outputOf } from "../../scripts/lib/command.mjs";
import { inProject } from "../../scripts/lib/project.mjs";
import { generateOrders } from "../orders.mjs";

export function measureStart(files, { rounds }) {
  const order = JSON.stringify(generateOrders({ orders: 1 })[0]);
  const timings = Object.keys(files).map((name) => ({ name, times: [] }));
  // The first round warms the disk's cache, and is not counted.
  for (let round = -1; round < rounds; round++) {
    for (let turn = 0; turn < timings.length; turn++) {
      const timing = timings[(turn + round + 1) % timings.length];
      const time = firstCheck(files[timing.name], order);
      if (round >= 0) timing.times.push(time);
    }
  }
  return [{ orders: 1, timings }];
}

function firstCheck(file, order) {
  const { NODE_COMPILE_CACHE, ...env } = process.env;
  const printed = outputOf(process.execPath, [inProject("bench/first-check.mjs"), file, order], { env });
  if (printed === undefined) throw new Problem(`${file} could not check its first order`);
  return Number(printed);
}
