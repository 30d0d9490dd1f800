import type { CompletionDraft, ServiceOrder } from "payscore";
import { direct } from "../../samples/identities.json";
import { order } from "../../samples/hotel.json";

export const created = { ...direct, ...order } as Partial<ServiceOrder>;

export const start: CompletionDraft = {
  post_payments: [{ name: "酒店房费", amount: "12.00", description: "标准间" }],
  post_discounts: [{ name: "会员优惠", amount: "1.00" }],
  time_range: { end_time: "2025-09-20" },
};
