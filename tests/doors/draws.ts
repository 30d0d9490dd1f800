// Random draws for one generated case.

import fc from "fast-check";

const MOST = 0xffff;

export type Draws = Iterator<number>;
export const draws: fc.Arbitrary<Draws> = fc.noBias(fc.infiniteStream(fc.nat(MOST)));

/** From 0 up to, and without, `end`. */
export function below(end: number, draws: Draws): number {
  return draws.next().value % end;
}

export function oneIn(times: number, draws: Draws): boolean {
  return below(times, draws) === 0;
}

export function pick<T>(choices: readonly T[], draws: Draws): T {
  return choices[below(choices.length, draws)]!;
}

export function shuffled<T>(items: T[], draws: Draws): T[] {
  return items.map((item) => ({ item, rank: draws.next().value as number })).sort((one, other) => one.rank - other.rank).map(({ item }) => item);
}
