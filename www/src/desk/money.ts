import { fenToYuan } from "payscore";
import type { Json } from "./json";

/** A document with its items and its total in yuan, as the form holds them; what is no amount stays. */
export function inYuan(document: Json): Json {
  const { post_payments, post_discounts, total_amount, ...rest } = document;
  return { ...rest, post_payments: itemsInYuan(post_payments), post_discounts: itemsInYuan(post_discounts), total_amount: yuan(total_amount) };
}

const yuan = (fen: unknown) => fenToYuan(fen as number) ?? fen;

function itemsInYuan(list: unknown) {
  if (!Array.isArray(list)) return [];
  return list.map((item) => ({ ...item, amount: yuan(item?.amount) }));
}
