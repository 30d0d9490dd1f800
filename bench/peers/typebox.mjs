import { Type } from "typebox";
import { Compile } from "typebox/compile";
import { issuesAcrossFields } from "./reporting.mjs";

export { inOurCodes } from "./json-schema-errors.mjs";

const text = (maxLength, pattern = "^[\\u0000-\\uD7FF\\uE000-\\uFFFF]*$") => Type.String({ minLength: 1, maxLength, pattern });
const fen = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
const count = Type.Integer({ minimum: 1, maximum: 100 });
const object = (properties) => Type.Object(properties, { additionalProperties: false });
const optional = (schema) => Type.Optional(Type.Union([schema, Type.Null()]));

const payment = object({ name: text(20), amount: optional(fen), description: optional(text(30)), count: optional(count) });
const discount = object({ name: text(20), description: optional(text(30)), amount: optional(fen), count: optional(count) });

const validator = Compile(
  object({
    out_order_no: text(32, "^[0-9A-Za-z_\\-|*]*$"),
    appid: text(32),
    service_id: text(32),
    post_payments: Type.Array(payment, { minItems: 1, maxItems: 100 }),
    post_discounts: optional(Type.Array(discount, { maxItems: 30 })),
    total_amount: fen,
    time_range: optional(
      object({
        start_time: optional(Type.String({ pattern: "^(?:[0-9]{14}|[0-9]{8}|OnAccept)$" })),
        end_time: optional(Type.String({ pattern: "^(?:[0-9]{14}|[0-9]{8})$" })),
        start_time_remark: optional(text(20)),
        end_time_remark: optional(text(20)),
      }),
    ),
    location: optional(object({ start_location: optional(text(20)), end_location: optional(text(20)) })),
    profit_sharing: optional(Type.Boolean()),
    goods_tag: optional(text(32)),
    device: optional(object({ start_device_id: optional(text(50)), end_device_id: optional(text(50)), materiel_no: optional(text(100)) })),
  }),
);

export function check(order) {
  return validator.Check(order) ? issuesAcrossFields(order) : validator.Errors(order);
}
