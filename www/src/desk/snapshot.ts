import { fillForm, form, isBlank } from "./form";
import { say } from "./notice";
import { industry, previousText, serviceLimit } from "./options";
import { loadOrder, orderText } from "./order";

interface Snapshot {
  form: Record<string, unknown>;
  order: string;
  industry: typeof industry.value;
  serviceLimit: string;
  previous: string;
}

/** All that was typed and loaded so far, as JSON. */
export function snapshot(): string {
  const all: Snapshot = { form: { ...form }, order: orderText.value, industry: industry.value, serviceLimit: serviceLimit.value, previous: previousText.value };
  return JSON.stringify(all);
}

export function restore(text: string) {
  const all = JSON.parse(text) as Partial<Snapshot>;
  fillForm(all.form ?? {});
  loadOrder(all.order ?? "");
  industry.value = all.industry ?? "";
  serviceLimit.value = all.serviceLimit ?? "";
  previousText.value = all.previous ?? "";
}

/** Puts something else in place of what is there, which can be taken back. */
export function replacing(change: () => void, said: string) {
  const before = orderText.value === "" && isBlank(form) ? undefined : snapshot();
  change();
  if (before !== undefined) say(said, () => restore(before));
}
