// The fields of a direct merchant's completion, as JSON Schema.

const ANY = "^[\\u0000-\\uD7FF\\uE000-\\uFFFF]*$";
const text = (maxLength, pattern = ANY) => ({ type: "string", minLength: 1, maxLength, pattern });
const fen = { type: "integer", minimum: 0, maximum: Number.MAX_SAFE_INTEGER };
const count = { type: "integer", minimum: 1, maximum: 100 };
const optional = (schema) => ({ ...schema, nullable: true });
const object = (properties, required = []) => ({ type: "object", properties, required, additionalProperties: false });

const payment = object({ name: text(20), amount: optional(fen), description: optional(text(30)), count: optional(count) }, ["name"]);
const discount = object({ name: text(20), description: optional(text(30)), amount: optional(fen), count: optional(count) }, ["name"]);

export const schema = object(
  {
    out_order_no: text(32, "^[0-9A-Za-z_\\-|*]*$"),
    appid: text(32),
    service_id: text(32),
    post_payments: { type: "array", items: payment, minItems: 1, maxItems: 100 },
    post_discounts: optional({ type: "array", items: discount, maxItems: 30 }),
    total_amount: fen,
    time_range: optional(
      object({
        start_time: optional({ type: "string", pattern: "^(?:[0-9]{14}|[0-9]{8}|OnAccept)$" }),
        end_time: optional({ type: "string", pattern: "^(?:[0-9]{14}|[0-9]{8})$" }),
        start_time_remark: optional(text(20)),
        end_time_remark: optional(text(20)),
      }),
    ),
    location: optional(object({ start_location: optional(text(20)), end_location: optional(text(20)) })),
    profit_sharing: optional({ type: "boolean" }),
    goods_tag: optional(text(32)),
    device: optional(object({ start_device_id: optional(text(50)), end_device_id: optional(text(50)), materiel_no: optional(text(100)) })),
  },
  ["out_order_no", "appid", "service_id", "post_payments", "total_amount"],
);
