import { fenToYuan, validateOrder, type ServiceOrder } from "payscore";
import { computed, ref } from "vue";
import { locale, words } from "../text";
import { fillForm } from "./form";
import { readJson } from "./json";

/** The order as queried, as text that a person may edit. */
export const orderText = ref("");

/** Folded away once a sample is loaded, never while somebody types. */
export const orderTextIsOpen = ref(true);

const pasted = computed(() => readJson(orderText.value));

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

export const order = computed(() => (pasted.value && "value" in pasted.value && isObject(pasted.value.value) ? pasted.value.value : undefined));

/** Why the text is no order, for people. */
export const orderUnreadable = computed(() => {
  const said = words.value.order;
  if (pasted.value === undefined || order.value !== undefined) return undefined;
  if (!("value" in pasted.value)) return said.notJson(pasted.value.line, pasted.value.column);
  return Array.isArray(pasted.value.value) ? said.isList : said.notAnObject;
});

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

function inYuan(list: unknown) {
  if (!Array.isArray(list)) return [];
  return list.map((item) => ({ ...item, amount: fenToYuan(item?.amount) ?? item?.amount }));
}
