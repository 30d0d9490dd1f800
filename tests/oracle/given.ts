// How many documents, and which.

import { parseArgs } from "node:util";
import fc from "fast-check";

const { values } = parseArgs({ options: { documents: { type: "string", default: "20000" }, seed: { type: "string", default: "20091225" } } });

export const documents = Number(values.documents);
export const seed = Number(values.seed);

export function holds<T>(cases: fc.Arbitrary<T>, check: (one: T) => void, numRuns = documents): void {
  fc.assert(fc.property(cases, check), { numRuns, seed, includeErrorInReport: true });
}
