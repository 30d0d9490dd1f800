import { fenToYuan, validateOrder, type ServiceOrder } from "payscore";
import { computed, ref } from "vue";
import { locale } from "../text";
import { fillForm } from "./form";

/** The order as queried, as text that a person may edit. */
export const orderText = ref("");

/** Folded away once a sample is loaded, never while somebody types. */
export const orderTextIsOpen = ref(true);

const parsed = computed(() => parse(orderText.value));

export const order = computed(() => parsed.value.order);

export const orderUnreadable = computed(() => parsed.value.unreadable);

/** The order as an option of the package, which takes objects alone. */
export const created = computed(() => order.value as Partial<ServiceOrder> | undefined);

export const orderReport = computed(() =>
  order.value === undefined ? undefined : validateOrder(order.value, { kind: "serviceOrder", locale: locale.value }),
);

/** Starts the form from what the order already says. */
export function fillFormFromOrder() {
  const { post_payments, post_discounts, time_range, location, device } = order.value ?? {};
  fillForm({ post_payments: inYuan(post_payments), post_discounts: inYuan(post_discounts), time_range, location, device });
}

function parse(text: string): { order?: Record<string, unknown>; unreadable: boolean } {
  if (text.trim() === "") return { unreadable: false };
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? { order: value as Record<string, unknown>, unreadable: false } : { unreadable: true };
  } catch {
    return { unreadable: true };
  }
}

function inYuan(list: unknown) {
  if (!Array.isArray(list)) return [];
  return list.map((item) => ({ ...item, amount: fenToYuan(item?.amount) ?? item?.amount }));
}
