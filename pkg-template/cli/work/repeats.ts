import { fenToYuan } from "payscore";
import { issueOf } from "../../tables/issue";
import { NumberSet } from "../../tables/number-set";
import { type OrdersPiece, Starts, textOfOrder } from "../read/pieces";
import { placesIn } from "../read/json";
import type { PlacedIssue } from "../report";
import type { Locale, Words } from "../words";
import type { SeenOrder } from "./job";
import { totalIn } from "./prints";

/** How many orders are remembered, in some 400 MB. */
export const MOST_KEPT = 12_000_000;

/** Finds orders with the same number but different content: only one of them can be right. */
export class Repeats {
  /** There were more orders than can be remembered. */
  isIncomplete = false;
  readonly #numbers = new NumberSet();

  constructor(
    readonly words: Words,
    readonly locale: Locale,
  ) {}

  /** The issues of a piece, by the order's index in it. */
  in(piece: OrdersPiece, seen: readonly SeenOrder[]): Map<number, PlacedIssue> {
    const issues = new Map<number, PlacedIssue>();
    const starts = new Starts(piece);
    for (const one of seen) {
      if (this.#numbers.size >= MOST_KEPT) {
        this.isIncomplete = true;
        break;
      }
      const where = piece.type === "lines" ? piece.line + piece.lines[one.order]! : piece.index + one.order + 1;
      const first = this.#numbers.add(one, one.print, where);
      if (first && first.index !== one.print) issues.set(one.order, this.#issue(piece, one, first, starts));
    }
    return issues;
  }

  #issue(piece: OrdersPiece, { order, print }: SeenOrder, first: { index: number; line: number }, starts: Starts): PlacedIssue {
    const text = textOfOrder(piece, order);
    const { order: wrapped, out_order_no } = JSON.parse(text);
    const path = wrapped && out_order_no === undefined ? ["order", "out_order_no"] : ["out_order_no"];
    const place = placesIn(text, starts.of(order))(path);
    const [total, firstTotal] = [totalIn(print), totalIn(first.index)];
    const detail = this.words.cameBefore({
      where: first.line,
      isLine: piece.type === "lines",
      totals: total !== undefined && firstTotal !== undefined ? { first: fenToYuan(firstTotal)!, now: fenToYuan(total)! } : undefined,
    });
    const value = String(out_order_no ?? wrapped.out_order_no);
    const params = { first: first.line, first_total: firstTotal ?? null, total: total ?? null };
    return issueOf("duplicate_order", { path: ["out_order_no"], header: "", value, place, locale: this.locale, detail, params });
  }
}
