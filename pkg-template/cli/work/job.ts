import type { DocumentKind, ValidateOptions } from "payscore";
import type { Layout } from "../../tables/drafts";
import type { OperationName } from "../../tables/operations";
import type { KnownData } from "../read/known";
import type { CheckedOrder, Counts } from "../report";
import type { Locale } from "../words";

/** What to do with the pieces of an input: plain data, so that it can be passed to a worker thread. */
export interface Job {
  verb: "check" | "build";
  /** The input's name in issues and results. */
  file: string;
  kind: DocumentKind;
  operation: OperationName | undefined;
  options: ValidateOptions & { locale: Locale };
  /** The unit of amounts in drafts. */
  amountUnit: "fen" | "yuan" | undefined;
  wrapped: boolean;
  created: KnownData | undefined;
  previous: KnownData | undefined;
  /** Only for a table. */
  layout: Layout | undefined;
  /** What distinguishes a repeated order number from a plain repetition, if repeats are looked for. */
  repeatsBy: "total_amount" | "content" | undefined;
  /** How a composed request is written. */
  format: string;
  isColored: boolean;
}

/** The result of a piece. */
export interface Done {
  /** The orders with issues. */
  orders: CheckedOrder[];
  /** The text of every draft, in the output's format. */
  texts: string[];
  counts: Counts;
  totals: Totals;
  /** How many orders are not in the `--created` file. */
  unmatched: number;
  /** Some of it is not JSON. */
  hasBadJson: boolean;
  /** Where in the file an array stops being valid JSON, so that what follows cannot be read either. */
  brokenAt: number | undefined;
  seen: SeenOrder[];
}

/** The totals of composed drafts. */
export interface Totals {
  ready: number;
  refused: number;
  /** The total amount of the requests that are ready, in fen. */
  amount: number;
  /** Whether requests of this operation have amounts. */
  hasAmounts: boolean;
}

/** An order's number and a fingerprint that distinguishes it from another order with that number. */
export interface SeenOrder {
  /** Its index in the piece. */
  order: number;
  low: number;
  high: number;
  print: number;
}

export const noTotals = (): Totals => ({ ready: 0, refused: 0, amount: 0, hasAmounts: false });
