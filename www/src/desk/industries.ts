import { industries, industryTemplate, type IndustryId, type IndustryStage } from "payscore";
import { computed } from "vue";
import { locale } from "../text";
import { form, newRow } from "./form";
import { industry } from "./options";

export const profile = computed(() => industries.find(({ id }) => id === industry.value));

/** Names that the profile knows at completion, to choose from while typing. */
export const itemNames = computed(() => {
  const { complete, completeZero } = profile.value?.stages ?? {};
  const items = [...(complete?.items ?? []), ...(completeZero?.items ?? [])];
  return [...new Set(items.map(({ name }) => name))];
});

export const industryName = (id: string) => industries.find((one) => one.id === id)?.label[locale.value] ?? id;

/** Adds the template's rows that the form lacks; what is typed already stays. */
export function addTemplateRows(id: IndustryId, stage: IndustryStage) {
  const present = new Set(form.post_payments.map(({ name }) => name));
  const missing = industryTemplate(id, stage).filter(({ name }) => !present.has(name));
  form.post_payments.push(...missing.map((row) => newRow({ ...row })));
}
