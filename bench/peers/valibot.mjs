import * as v from "valibot";
import { checkAcrossFields } from "./across-fields.mjs";
import { codeOfPattern, pointerOf } from "./reporting.mjs";

const text = (maximum, characters = /^[\u0000-\uD7FF\uE000-\uFFFF]*$/) => v.pipe(v.string(), v.minLength(1), v.maxLength(maximum), v.regex(characters));
const fen = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100));

const payment = v.strictObject({ name: text(20), amount: v.nullish(fen), description: v.nullish(text(30)), count: v.nullish(count) });
const discount = v.strictObject({ name: text(20), description: v.nullish(text(30)), amount: v.nullish(fen), count: v.nullish(count) });

const completion = v.pipe(
  v.strictObject({
    out_order_no: text(32, /^[0-9A-Za-z_\-|*]*$/),
    appid: text(32),
    service_id: text(32),
    post_payments: v.pipe(v.array(payment), v.minLength(1), v.maxLength(100)),
    post_discounts: v.nullish(v.pipe(v.array(discount), v.maxLength(30))),
    total_amount: fen,
    time_range: v.nullish(
      v.strictObject({
        start_time: v.nullish(v.pipe(v.string(), v.regex(/^(?:[0-9]{14}|[0-9]{8}|OnAccept)$/))),
        end_time: v.nullish(v.pipe(v.string(), v.regex(/^(?:[0-9]{14}|[0-9]{8})$/))),
        start_time_remark: v.nullish(text(20)),
        end_time_remark: v.nullish(text(20)),
      }),
    ),
    location: v.nullish(v.strictObject({ start_location: v.nullish(text(20)), end_location: v.nullish(text(20)) })),
    profit_sharing: v.nullish(v.boolean()),
    goods_tag: v.nullish(text(32)),
    device: v.nullish(v.strictObject({ start_device_id: v.nullish(text(50)), end_device_id: v.nullish(text(50)), materiel_no: v.nullish(text(100)) })),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || dataset.issues) return;
    checkAcrossFields(dataset.value, (code, path) => addIssue({ message: code, path: path.map((key) => ({ key })) }));
  }),
);

const NONE = Object.freeze([]);

export function check(order) {
  return v.safeParse(completion, order).issues ?? NONE;
}

/** @returns {[code: string, pointer: string][]} */
export function inOurCodes({ kind, type, input, path, message, received, expected }) {
  const pointer = pointerOf((path ?? []).map(({ key }) => key));
  if (type === "raw_check") return [[message, pointer]];
  if (kind === "schema") {
    if (expected === "never") return [["unknown_field", pointer]];
    return [[received === "undefined" || received === "null" ? "required" : "invalid_type", pointer]];
  }
  const isList = Array.isArray(input);
  const codes = { min_length: isList ? "too_few_items" : "too_short", max_length: isList ? "too_many_items" : "too_long", min_value: "too_small", max_value: "too_big", integer: "not_integer" };
  return [[type === "regex" ? codeOfPattern(pointer) : (codes[type] ?? type), pointer]];
}
