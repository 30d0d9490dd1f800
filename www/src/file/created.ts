import type { ServiceOrder } from "payscore";

type Order = Partial<ServiceOrder>;

/** The orders of a file by their numbers; a file of one order stands for all. */
export class Created {
  private constructor(
    private readonly orders: Map<string, Order>,
    private readonly only: Order | undefined,
  ) {}

  static async read(file: File): Promise<Created> {
    const text = (await file.text()).replace(/^\uFEFF/, "").trim();
    const orders = text.startsWith("[") ? (JSON.parse(text) as Order[]) : text.split(/\r?\n/).length > 1 && isJson(text) ? [JSON.parse(text) as Order] : text.split(/\r?\n/).filter(Boolean).map((line) => JSON.parse(line) as Order);
    return new Created(new Map(orders.map((order) => [String(order.out_order_no), order])), orders.length === 1 ? orders[0] : undefined);
  }

  of(number: string | null): { created: Order } | undefined {
    const created = this.only ?? (number === null ? undefined : this.orders.get(number));
    return created && { created };
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
