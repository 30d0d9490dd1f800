import type { Place } from "../report";

interface Numbered extends Place {
  index: number;
  out_order_no: string;
}

const LEAST_WIDTH = 10;
const MOST_ZEROS = 3;
const MOST_KEPT = 1000;
/** Of numbers that may begin with any digit, nine in ten begin with another than 0. */
const USUAL_SHARE = 0.8;

/**
 * Order numbers of digits alone that are a little shorter than nearly all others of the file, none of which begins with
 * 0: that is what a column looks like whose leading zeros are gone. Only the whole file tells.
 */
export class NumberWidths {
  readonly #byWidth = new Map<number, { count: number; kept: Numbered[] }>();
  #beginsWithZero = false;

  see(numbered: Numbered) {
    const { out_order_no: number } = numbered;
    if (!/^\d+$/.test(number)) return;
    if (number.startsWith("0")) this.#beginsWithZero = true;
    const { count, kept } = this.#byWidth.get(number.length) ?? { count: 0, kept: [] };
    // The numbers of the usual width are never asked for.
    if (kept.length < MOST_KEPT) kept.push(numbered);
    this.#byWidth.set(number.length, { count: count + 1, kept });
  }

  tooShort(): Numbered[] {
    const widths = Array.from(this.#byWidth, ([width, { count, kept }]) => ({ width, count, kept })).sort((one, other) => other.count - one.count);
    const total = widths.reduce((sum, { count }) => sum + count, 0);
    const [usual, ...others] = widths;
    if (usual === undefined || this.#beginsWithZero || usual.width < LEAST_WIDTH || usual.count < total * USUAL_SHARE) return [];
    return others.filter(({ width }) => width < usual.width && width >= usual.width - MOST_ZEROS).flatMap(({ kept }) => kept);
  }
}
