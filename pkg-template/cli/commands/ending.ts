import { Interruption } from "../interruption";
import type { OrderFlags } from "../options";
import { type Input, sizeOf } from "../read/inputs";
import type { RunState } from "../run";
import type { Words } from "../words";

/** 2 where something could not be read, 1 where something was found or, if that is asked for, nothing was there. */
export function exitCodeOf({ files, hasBadJson }: RunState, { failOnEmpty }: OrderFlags, isFailed: boolean): number {
  if (hasBadJson || files.some(({ problem }) => problem !== undefined)) return 2;
  if (isFailed) return 1;
  return failOnEmpty && files.some(({ orders }) => orders === 0) ? 1 : 0;
}

/** Nothing is switched off in silence. */
export function tellWhatWasLeftOut({ unmatched, repeatsLookedFor }: RunState, words: Words): void {
  if (unmatched > 0) console.error(words.unmatched(unmatched));
  if (repeatsLookedFor !== undefined) console.error(words.repeatsIncomplete(repeatsLookedFor));
}

/** Says how far the run came, and how it was left. */
export function interrupted({ files, total }: RunState, inputs: readonly Input[], totals: string, words: Words): number {
  const size = sizeOf(inputs);
  const percent = size ? Math.floor((total.bytes / size) * 100) : undefined;
  console.error(words.interrupted(totals, inputs[files.length - 1]!.name, percent));
  return Interruption.EXIT_CODE;
}
