import type { ServiceOrder } from "payscore";
import { Unreadable, Usage } from "../problems";
import type { Words } from "../words";
import { parseJson } from "./json";
import { textOf } from "./bytes";
import { inputOf } from "./inputs";

export type Created = Partial<ServiceOrder>;

/** The orders of `--created`, found by their numbers. A file that is one order stands for every order that is checked. */
export class CreatedOrders {
  unmatched = 0;

  readonly #byNumber: ReadonlyMap<string, Created>;

  private constructor(
    readonly only: Created | undefined,
    byNumber: ReadonlyMap<string, Created>,
  ) {
    this.#byNumber = byNumber;
  }

  static async read(path: string, words: Words): Promise<CreatedOrders> {
    try {
      return CreatedOrders.#of(await textOf(inputOf(path), words), words);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      throw new Usage(`--created ${error.of(path)}`);
    }
  }

  static #of(text: string, words: Words): CreatedOrders {
    const orders = ordersOf(text, words);
    if (!Array.isArray(orders)) return new CreatedOrders(objectOf(orders, words), new Map());
    const byNumber = new Map<string, Created>();
    for (const order of orders) {
      const { out_order_no: number, ...others } = objectOf(order, words);
      if (typeof number !== "string") throw new Unreadable(words.createdWithoutNumber);
      byNumber.set(number, { out_order_no: number, ...others });
    }
    return new CreatedOrders(undefined, byNumber);
  }

  /** Whether an order of a number was created; undefined where the file does not tell. */
  get wasCreated(): ((number: string) => boolean) | undefined {
    return this.only === undefined ? (number) => this.#byNumber.has(number) : undefined;
  }

  of(number: string | null): Created | null {
    const created = this.only ?? (number === null ? undefined : this.#byNumber.get(number));
    if (created === undefined) this.unmatched += 1;
    return created ?? null;
  }
}

function ordersOf(text: string, words: Words): unknown {
  const lines = text.split("\n").map((line, index) => ({ line, index }));
  const filled = lines.filter(({ line }) => line.trim() !== "");
  const isNdjson = filled.length > 1 && filled[0]!.line.trimEnd().endsWith("}");
  return isNdjson ? filled.map(({ line, index }) => parseJson(line, words, { line: index + 1, column: 1 })) : parseJson(text, words);
}

function objectOf(value: unknown, words: Words): Created {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Unreadable(words.notObject);
  return value;
}
