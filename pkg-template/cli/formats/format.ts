import type { Colors } from "picocolors/types";
import type { CheckedOrder, RunResult } from "../report";
import type { Words } from "../words";

export interface Surroundings {
  write(text: string): Promise<void>;
  words: Words;
  locale: "zh-CN" | "en";
  color: Colors;
}

/** How a run is told. Each order with findings comes as it is found, and the end once. */
export interface Formatter {
  order(file: string, order: CheckedOrder): Promise<void> | void;
  end(run: RunResult): Promise<void>;
}

export type Format = (surroundings: Surroundings) => Formatter;
