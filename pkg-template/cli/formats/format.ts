import type { Colors } from "picocolors/types";
import type { CheckedOrder, RunResult } from "../report";
import type { Locale, Words } from "../words";

export interface Manner {
  words: Words;
  locale: Locale;
  color: Colors;
}

export interface Surroundings extends Manner {
  write(text: string): Promise<void>;
}

/** How a run is told. Each order with issues comes as it is found, and the end once. */
export interface Formatter {
  order(file: string, order: CheckedOrder): Promise<void> | void;
  end(run: RunResult): Promise<void>;
}

export type Format = (surroundings: Surroundings) => Formatter;
