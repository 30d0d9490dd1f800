import { type } from "arktype";
import { codeOfPattern, issuesAcrossFields, pointerOf } from "./reporting.mjs";

const text = (maximum, characters = /^[\u0000-\uD7FF\uE000-\uFFFF]*$/) => type(characters).and(`1 <= string <= ${maximum}`);
const fen = type(`0 <= number.integer <= ${Number.MAX_SAFE_INTEGER}`);
const count = type("1 <= number.integer <= 100");
const optional = (schema) => schema.or("null");
const object = (fields) => type({ "+": "reject", ...fields });

const payment = object({ name: text(20), "amount?": optional(fen), "description?": optional(text(30)), "count?": optional(count) });
const discount = object({ name: text(20), "description?": optional(text(30)), "amount?": optional(fen), "count?": optional(count) });

const completion = object({
  out_order_no: text(32, /^[0-9A-Za-z_\-|*]*$/),
  appid: text(32),
  service_id: text(32),
  post_payments: payment.array().atLeastLength(1).atMostLength(100),
  "post_discounts?": optional(discount.array().atMostLength(30)),
  total_amount: fen,
  "time_range?": optional(
    object({
      "start_time?": optional(type(/^(?:[0-9]{14}|[0-9]{8}|OnAccept)$/)),
      "end_time?": optional(type(/^(?:[0-9]{14}|[0-9]{8})$/)),
      "start_time_remark?": optional(text(20)),
      "end_time_remark?": optional(text(20)),
    }),
  ),
  "location?": optional(object({ "start_location?": optional(text(20)), "end_location?": optional(text(20)) })),
  "profit_sharing?": "boolean | null",
  "goods_tag?": optional(text(32)),
  "device?": optional(object({ "start_device_id?": optional(text(50)), "end_device_id?": optional(text(50)), "materiel_no?": optional(text(100)) })),
});

export function check(order) {
  const result = completion(order);
  return result instanceof type.errors ? result : issuesAcrossFields(order);
}

const CODES = { minLength: "too_short", maxLength: "too_long", min: "too_small", max: "too_big", divisor: "not_integer", domain: "invalid_type" };

/** @returns {[code: string, pointer: string][]} */
export function inOurCodes(error) {
  const pointer = pointerOf([...error.path]);
  if (error.code === "pattern") return [[codeOfPattern(pointer), pointer]];
  if (error.code === "predicate") return [[error.expected === "removed" ? "unknown_field" : "invalid_type", pointer]];
  return [[CODES[error.code] ?? error.code, pointer]];
}
