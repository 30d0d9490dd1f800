import type { CheckedOrder } from "../report";

/** What a format that writes everything at the end has to hold until then; `--max-issues` bounds it. */
export class Kept {
  readonly #orders = new Map<string, CheckedOrder[]>();

  readonly order = (file: string, order: CheckedOrder) => {
    const orders = this.#orders.get(file);
    if (orders) orders.push(order);
    else this.#orders.set(file, [order]);
  };

  of(file: string): CheckedOrder[] {
    return this.#orders.get(file) ?? [];
  }
}
