import { validateOrder, type ServiceOrder } from "payscore";
import { computed, ref } from "vue";
import { locale, words } from "../text";
import { elsewhereOf } from "./elsewhere";
import { fillForm } from "./form";
import { isObject, readJson, valueIn } from "./json";
import { inYuan } from "./money";

/** The order as queried, as text that a person may edit. */
export const orderText = ref("");

/** Whether all but a line of the order is folded away: once it is loaded, never while somebody types. */
export const isFolded = ref(false);

/** Takes an order that comes as a whole. */
export function loadOrder(text: string) {
  orderText.value = text;
  isFolded.value = order.value !== undefined;
}

const pasted = computed(() => readJson(orderText.value));

/** What was pasted in place of an order. */
export const elsewhere = computed(() => pasted.value && elsewhereOf(orderText.value, valueIn(pasted.value), loadOrder));

export const order = computed(() => {
  const value = valueIn(pasted.value);
  return isObject(value) && elsewhere.value === undefined ? value : undefined;
});

/** Why the text is no order, for people. */
export const orderUnreadable = computed(() => {
  const said = words.value.order;
  if (pasted.value === undefined || order.value !== undefined) return undefined;
  if (elsewhere.value) return said.elsewhere[elsewhere.value.what](elsewhere.value.pointer ?? "");
  return "value" in pasted.value ? said.notAnObject : said.notJson(pasted.value.line, pasted.value.column);
});

/** The order as an option of the package, which takes objects alone. */
export const created = computed(() => order.value as Partial<ServiceOrder> | undefined);

export const orderReport = computed(() =>
  order.value === undefined ? undefined : validateOrder(order.value, { kind: "serviceOrder", locale: locale.value }),
);

/** Starts the form from what the order already says. */
export function fillFormFromOrder() {
  const { post_payments, post_discounts, time_range, location, device } = order.value ?? {};
  fillForm({ ...inYuan({ post_payments, post_discounts }), time_range, location, device });
}
