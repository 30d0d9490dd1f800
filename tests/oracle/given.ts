// How many documents to generate, and of which kinds.

import { parseArgs } from "node:util";
import fc from "fast-check";
import { KINDS, type Kind, type Operation } from "./oracle.ts";

const { values } = parseArgs({
  options: { documents: { type: "string", default: "4000" }, seed: { type: "string", default: "20091225" }, kinds: { type: "string", default: "all" } },
});

export const documents = Number(values.documents);
export const seed = Number(values.seed);

/** The kinds to compare: `--kinds create,cancel`, or all. */
export const compared: Kind[] = values.kinds === "all" ? [...KINDS] : values.kinds.split(",").map(kindNamed);

/** The requests among them. */
export const comparedOperations = [...new Set(compared.filter((kind) => kind !== "serviceOrder").map((kind) => kind.replace("Body", "") as Operation))];

function kindNamed(name: string): Kind {
  const kind = KINDS.find((kind) => kind === name);
  if (kind === undefined) throw new Error(`No kind ${name}; there are ${KINDS.join(", ")} and all.`);
  return kind;
}

export function holds<T>(cases: fc.Arbitrary<T>, check: (one: T) => void, numRuns = documents): void {
  fc.assert(fc.property(cases, check), { numRuns, seed, includeErrorInReport: true });
}
