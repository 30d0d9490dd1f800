import { fenToYuan, type Summary, yuanToFen } from "payscore";
import type { Json } from "./json";

/** Whether a total can be told: it was typed, or each amount that it is computed from is readable. */
export const canBeTold = ({ totalIs, malformed }: Summary, typed: string) => totalIs === "given" || (malformed === 0 && typed === "");

/** A document with its items and its total in yuan, as the form holds them; what is no amount stays. */
export const inYuan = (document: Json) => withAmounts(document, (fen) => fenToYuan(fen as number));

/** The same in fen, as they are sent. */
export const inFen = (document: Json) => withAmounts(document, (yuan) => yuanToFen(yuan as string));

function withAmounts(document: Json, convert: (amount: unknown) => unknown): Json {
  const converted = (amount: unknown) => convert(amount) ?? amount;
  const items = (list: unknown) => (Array.isArray(list) ? list.map((item) => ({ ...item, amount: converted(item?.amount) })) : []);
  const { post_payments, post_discounts, total_amount, ...rest } = document;
  return { ...rest, post_payments: items(post_payments), post_discounts: items(post_discounts), total_amount: converted(total_amount) };
}
