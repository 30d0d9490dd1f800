// Times contestants side by side: each has its turn in every round, so that a disturbance of the machine affects all alike.

/**
 * @typedef {object} Contestant
 * @property {string} name
 * @property {(input: any) => number} run one pass over the input; what it found, which must never change
 * @property {() => any} [prepare] makes the input of one pass, outside the time
 */

/** @typedef {{name: string, times: number[]}} Timing milliseconds for one pass, a number for each round */

/**
 * @param {Contestant[]} contestants
 * @param {{rounds: number, atLeast: number}} effort `atLeast`: milliseconds that a turn lasts
 * @returns {Timing[]}
 */
export function interleaved(contestants, { rounds, atLeast }) {
  const entered = contestants.map((contestant) => enter(contestant, atLeast));
  for (let round = 0; round < rounds; round++) {
    // No contestant always follows the same one, or always goes first.
    for (let turn = 0; turn < entered.length; turn++) takeTurn(entered[(turn + round) % entered.length]);
  }
  return entered.map(({ name, times }) => ({ name, times }));
}

/** Warms up, and finds out how many passes make a turn. */
function enter(contestant, atLeast) {
  const entry = { ...contestant, times: [], passes: 1, found: undefined };
  for (let warm = 0; warm < 1.5 * atLeast; ) warm += pass(entry);
  const time = Math.min(pass(entry), pass(entry), pass(entry));
  entry.passes = Math.max(1, Math.ceil(atLeast / time));
  return entry;
}

function takeTurn(entry) {
  // So that no contestant pays for another's garbage.
  globalThis.gc?.({ type: "minor" });
  let time = 0;
  if (entry.prepare) {
    for (let done = 0; done < entry.passes; done++) time += pass(entry);
  } else {
    const start = performance.now();
    for (let done = 0; done < entry.passes; done++) verify(entry, entry.run());
    time = performance.now() - start;
  }
  entry.times.push(time / entry.passes);
}

function pass(entry) {
  const input = entry.prepare?.();
  const start = performance.now();
  const found = entry.run(input);
  const time = performance.now() - start;
  verify(entry, found);
  return time;
}

function verify(entry, found) {
  entry.found ??= found;
  if (found !== entry.found) throw new Error(`${entry.name} found ${found}, and ${entry.found} before`);
}

export function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** How many times faster than the base, round by round: the median and the extremes. */
export function timesAsFast(timing, base) {
  const ratios = timing.times.map((time, round) => base.times[round] / time);
  return { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) };
}

/** @param {Timing[]} timings */
export function fastest(timings) {
  return timings.reduce((best, timing) => (median(timing.times) < median(best.times) ? timing : best));
}
