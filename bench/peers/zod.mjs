import * as z from "zod";
import { checkAcrossFields } from "./across-fields.mjs";
import { codeOfPattern, pointerOf } from "./reporting.mjs";

const text = (maximum, characters = /^[\u0000-\uD7FF\uE000-\uFFFF]*$/) => z.string().min(1).max(maximum).regex(characters);
const fen = z.int().nonnegative();
const count = z.int().min(1).max(100);

const payment = z.strictObject({ name: text(20), amount: fen.nullish(), description: text(30).nullish(), count: count.nullish() });
const discount = z.strictObject({ name: text(20), description: text(30).nullish(), amount: fen.nullish(), count: count.nullish() });

const completion = z
  .strictObject({
    out_order_no: text(32, /^[0-9A-Za-z_\-|*]*$/),
    appid: text(32),
    service_id: text(32),
    post_payments: z.array(payment).min(1).max(100),
    post_discounts: z.array(discount).max(30).nullish(),
    total_amount: fen,
    time_range: z
      .strictObject({
        start_time: z.string().regex(/^(?:[0-9]{14}|[0-9]{8}|OnAccept)$/).nullish(),
        end_time: z.string().regex(/^(?:[0-9]{14}|[0-9]{8})$/).nullish(),
        start_time_remark: text(20).nullish(),
        end_time_remark: text(20).nullish(),
      })
      .nullish(),
    location: z.strictObject({ start_location: text(20).nullish(), end_location: text(20).nullish() }).nullish(),
    profit_sharing: z.boolean().nullish(),
    goods_tag: text(32).nullish(),
    device: z.strictObject({ start_device_id: text(50).nullish(), end_device_id: text(50).nullish(), materiel_no: text(100).nullish() }).nullish(),
  })
  .superRefine((order, context) => checkAcrossFields(order, (code, path) => context.addIssue({ code: "custom", message: code, path })));

const NONE = Object.freeze([]);

export function check(order) {
  const result = completion.safeParse(order);
  return result.success ? NONE : result.error.issues;
}

/** @returns {[code: string, pointer: string][]} */
export function inOurCodes({ code, path, message, origin, format, expected, keys }, order) {
  const pointer = pointerOf(path);
  if (code === "custom") return [[message, pointer]];
  if (code === "unrecognized_keys") return keys.map((key) => ["unknown_field", `${pointer}/${key}`]);
  if (code === "invalid_format" && format === "regex") return [[codeOfPattern(pointer), pointer]];
  if (code === "invalid_type") {
    const value = path.reduce((inside, key) => inside?.[key], order);
    return [[value === undefined || value === null ? "required" : expected === "int" && typeof value === "number" ? "not_integer" : "invalid_type", pointer]];
  }
  const small = { string: "too_short", array: "too_few_items" };
  const big = { string: "too_long", array: "too_many_items" };
  return [[code === "too_small" ? (small[origin] ?? code) : (big[origin] ?? code), pointer]];
}
