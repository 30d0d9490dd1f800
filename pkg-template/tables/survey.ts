import { bare } from "./cell";
import { type NumberHash, NumberSet, hashOf } from "./number-set";
import type { Row } from "./rows";

/** What only the whole table shows of its orders, found before any draft is made. */
export interface Survey {
  /** How many orders there are. */
  orders: number;
  /** The orders whose rows are not adjacent, by their number's hash: their index, and the lines where a part begins. */
  apart: ReadonlyMap<string, { index: number; lines: readonly [number, number] }>;
  /** All-digit numbers with lengths in this range may have lost their leading zeros. */
  tooShort: { from: number; to: number } | undefined;
}

/** The first pass over the table, which reads only the order numbers. */
export class Surveyor {
  private readonly numbers = new NumberSet();
  private readonly apart = new Map<string, { index: number; lines: readonly [number, number] }>();
  private readonly widths = new Map<number, number>();
  private readonly groups = new Groups();
  private beginsWithZero = false;

  constructor(readonly numberColumn: number) {}

  see(row: Row): void {
    const number = this.groups.begins(row, this.numberColumn);
    if (number === undefined) return;
    const hash = hashOf(number);
    const first = this.numbers.add(hash, this.numbers.size, row.line);
    if (first) {
      const key = keyOf(hash);
      if (!this.apart.has(key)) this.apart.set(key, { index: first.index, lines: [first.line, row.line] });
    } else if (isDigits(number)) {
      if (number.startsWith("0")) this.beginsWithZero = true;
      this.widths.set(number.length, (this.widths.get(number.length) ?? 0) + 1);
    }
  }

  survey(): Survey {
    return { orders: this.numbers.size, apart: this.apart, tooShort: this.tooShort() };
  }

  /**
   * Order numbers a little shorter than nearly all others, none of which begins with 0: that is how a column looks that has
   * lost its leading zeros.
   */
  private tooShort() {
    const widths = Array.from(this.widths, ([width, count]) => ({ width, count })).sort((one, other) => other.count - one.count);
    const total = widths.reduce((sum, { count }) => sum + count, 0);
    const [usual] = widths;
    if (usual === undefined || this.beginsWithZero || usual.width < LEAST_WIDTH || usual.count < total * USUAL_SHARE) return undefined;
    return { from: usual.width - MOST_ZEROS, to: usual.width - 1 };
  }
}

const LEAST_WIDTH = 10;
const MOST_ZEROS = 3;
/** Of numbers that may begin with any digit, nine in ten do not begin with 0. */
const USUAL_SHARE = 0.8;

/** Where orders begin: the rows of an order are adjacent, and have its number or none. */
export class Groups {
  private number: string | undefined;

  /** The number of the order that begins with this row; undefined if the row belongs to the previous one. */
  begins(row: Row, numberColumn: number): string | undefined {
    const number = bare(row.cell(numberColumn));
    if (this.number !== undefined && (number === "" || number === this.number)) return undefined;
    this.number = number;
    return number;
  }
}

export const apartOf = ({ apart }: Survey, number: string) => (apart.size === 0 ? undefined : apart.get(keyOf(hashOf(number))));

export const isDigits = (number: string) => /^\d+$/.test(number);

const keyOf = ({ low, high }: NumberHash) => `${low}:${high}`;
