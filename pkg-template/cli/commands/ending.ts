import { Interruption } from "../interruption";
import type { OrderFlags } from "../options";
import { type Input, sizeOf } from "../read/inputs";
import type { RunState } from "../run";
import type { Words } from "../words";

/** 2 if something could not be read, 1 if something was found or, with `--fail-on-empty`, if there were no orders. */
export function exitCodeOf({ files, hasBadJson }: RunState, { failOnEmpty }: OrderFlags, isFailed: boolean): number {
  if (hasBadJson || files.some(({ problem }) => problem !== undefined)) return 2;
  if (isFailed) return 1;
  return failOnEmpty && files.some(({ orders }) => orders === 0) ? 1 : 0;
}

/** No check is skipped silently. */
export function reportSkipped({ unmatched, repeatsLookedFor }: RunState, words: Words): void {
  if (unmatched > 0) console.error(words.unmatched(unmatched));
  if (repeatsLookedFor !== undefined) console.error(words.repeatsIncomplete(repeatsLookedFor));
}

/** Says how far an interrupted run got, and what state it left. */
export function interrupted({ files, total }: RunState, inputs: readonly Input[], totals: string, words: Words): number {
  const size = sizeOf(inputs);
  const percent = size ? Math.floor((total.bytes / size) * 100) : undefined;
  console.error(words.interrupted(totals, inputs[files.length - 1]!.name, percent));
  return Interruption.EXIT_CODE;
}
