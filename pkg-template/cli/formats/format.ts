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

/** How a run is reported: each order with issues as it is found, then the end, once. */
export interface Formatter {
  order(file: string, order: CheckedOrder): Promise<void> | void;
  end(run: RunResult): Promise<void>;
}

export type Format = (surroundings: Surroundings) => Formatter;
