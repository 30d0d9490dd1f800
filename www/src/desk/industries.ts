import { fenToYuan, industries, industryTemplate, type IndustryId, type IndustryStage } from "payscore";
import { computed } from "vue";
import { locale, words } from "../text";
import { form, newRow } from "./form";
import { industry } from "./options";
import { replacing } from "./snapshot";

export const profile = computed(() => industries.find(({ id }) => id === industry.value));

/** The items that the profile knows at these stages. */
export const itemsAt = (stages: readonly IndustryStage[]) => stages.flatMap((stage) => profile.value?.stages[stage]?.items ?? []);

/** Whether the profile has this column empty: for items of this name or, where it knows none, for all. */
export function isForbidden(column: "amount" | "description" | "count", name: string, stages: readonly IndustryStage[]) {
  const items = itemsAt(stages);
  const named = items.filter((item) => item.name === name);
  const asked = named.length > 0 ? named : items;
  return asked.length > 0 && asked.every((item) => item[column] === "forbidden");
}

export const industryName = (id: string) => industries.find((one) => one.id === id)?.label[locale.value] ?? id;

/** The template's rows that the form lacks. */
export function missingRows(id: IndustryId) {
  const present = new Set(form.post_payments.map(({ name }) => name));
  return industryTemplate(id, "complete").filter(({ name }) => !present.has(name));
}

/** What is typed already stays. */
export const addMissingRows = (id: IndustryId) => form.post_payments.push(...rowsOf(missingRows(id)));

/** An order that costs nothing has other items, and its total is typed. */
export function takeZeroRows(id: IndustryId) {
  const zero = { post_payments: rowsOf(industryTemplate(id, "completeZero")), post_discounts: [], total_amount: fenToYuan(0) };
  replacing(() => Object.assign(form, zero), words.value.order.filled);
}

const rowsOf = (template: readonly object[]) => template.map((row) => newRow({ ...row }));
