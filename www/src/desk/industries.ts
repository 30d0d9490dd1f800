import { industries, industryTemplate, type IndustryId, type IndustryStage } from "payscore";
import { computed } from "vue";
import { locale } from "../text";
import { form, newRow } from "./form";
import { industry } from "./options";

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

/** Adds the template's rows that the form lacks; what is typed already stays. */
export function addTemplateRows(id: IndustryId, stage: IndustryStage) {
  const present = new Set(form.post_payments.map(({ name }) => name));
  const missing = industryTemplate(id, stage).filter(({ name }) => !present.has(name));
  form.post_payments.push(...missing.map((row) => newRow({ ...row })));
}
