import type { DocumentKind, ValidateOptions } from "payscore";
import type { Layout } from "../../tables/drafts";
import type { OperationName } from "../../tables/operations";
import type { KnownData } from "../read/known";
import type { CheckedOrder, Counts } from "../report";
import type { Locale } from "../words";

/** What is to be done with the pieces of an input: plain data, so that it reaches a worker thread. */
export interface Job {
  verb: "check" | "build";
  /** As issues and results name the input. */
  file: string;
  kind: DocumentKind;
  operation: OperationName | undefined;
  options: ValidateOptions & { locale: Locale };
  /** Of the amounts in drafts. */
  amountUnit: "fen" | "yuan" | undefined;
  wrapped: boolean;
  created: KnownData | undefined;
  previous: KnownData | undefined;
  /** Of a table. */
  layout: Layout | undefined;
  /** By what an order that comes again is told from the first one, if it is looked for. */
  repeatsBy: "total_amount" | "content" | undefined;
  /** How a composed request is told. */
  format: string;
  isColored: boolean;
}

/** What came of a piece. */
export interface Done {
  /** Those with issues. */
  orders: CheckedOrder[];
  /** Of every draft, as the format tells it. */
  texts: string[];
  counts: Counts;
  totals: Totals;
  /** Orders that `--created` does not hold. */
  unmatched: number;
  /** Some of it is no JSON. */
  hasBadJson: boolean;
  /** Where in the file an array stops being JSON, so that what follows cannot be read either. */
  brokenAt: number | undefined;
  seen: SeenOrder[];
}

/** What became of drafts. */
export interface Totals {
  ready: number;
  refused: number;
  /** Of the requests that are ready, in fen. */
  amount: number;
  /** Whether requests of this operation have one. */
  hasAmounts: boolean;
}

/** An order's number and what it says, as little of it as tells it from another one. */
export interface SeenOrder {
  /** Which of the piece it is. */
  order: number;
  low: number;
  high: number;
  print: number;
}

export const noTotals = (): Totals => ({ ready: 0, refused: 0, amount: 0, hasAmounts: false });
