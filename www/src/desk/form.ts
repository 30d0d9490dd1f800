import type { CompletionDraft } from "payscore";
import { reactive } from "vue";

export interface ItemRow {
  key: number;
  name: string;
  amount: string;
  description: string;
  count: string;
}

export type ListName = "post_payments" | "post_discounts";

/** What the form holds: texts as typed. The package decides what they mean. */
export interface Form {
  out_order_no: string;
  appid: string;
  service_id: string;
  sub_mchid: string;
  post_payments: ItemRow[];
  post_discounts: ItemRow[];
  total_amount: string;
  time_range: { start_time: string; end_time: string; start_time_remark: string; end_time_remark: string };
  location: { start_location: string; end_location: string };
  profit_sharing: boolean;
  goods_tag: string;
  device: { start_device_id: string; end_device_id: string; materiel_no: string };
}

let lastKey = 0;

export function newRow(values: Partial<Record<keyof ItemRow, unknown>> = {}): ItemRow {
  const text = (value: unknown) => (value === undefined || value === null ? "" : String(value));
  lastKey += 1;
  return { key: lastKey, name: text(values.name), amount: text(values.amount), description: text(values.description), count: text(values.count) };
}

const emptyForm = (): Form => ({
  out_order_no: "",
  appid: "",
  service_id: "",
  sub_mchid: "",
  post_payments: [],
  post_discounts: [],
  total_amount: "",
  time_range: { start_time: "", end_time: "", start_time_remark: "", end_time_remark: "" },
  location: { start_location: "", end_location: "" },
  profit_sharing: false,
  goods_tag: "",
  device: { start_device_id: "", end_device_id: "", materiel_no: "" },
});

export const form = reactive<Form>(emptyForm());

/** Fills the form from a draft whose amounts are in yuan; what the draft lacks is emptied. */
export function fillForm(draft: Record<string, unknown>) {
  const empty = emptyForm();
  const lists = { post_payments: rowsOf(draft.post_payments), post_discounts: rowsOf(draft.post_discounts) };
  const groups = {
    time_range: { ...empty.time_range, ...textsOf(draft.time_range) },
    location: { ...empty.location, ...textsOf(draft.location) },
    device: { ...empty.device, ...textsOf(draft.device) },
  };
  const texts = textsOf(pick(draft, ["out_order_no", "appid", "service_id", "sub_mchid", "total_amount", "goods_tag"]));
  Object.assign(form, empty, texts, lists, groups, { profit_sharing: draft.profit_sharing === true });
}

/** The form as a draft for the package: amounts in yuan, counts as numbers where they are ones. */
export function draftOf(form: Form): CompletionDraft {
  const { out_order_no, appid, service_id, sub_mchid, total_amount, profit_sharing, post_payments, post_discounts, ...rest } = form;
  return {
    ...rest,
    // Left empty they come from the order, or are computed: for that they have to be absent.
    out_order_no: out_order_no || null,
    appid: appid || null,
    service_id: service_id || null,
    sub_mchid: sub_mchid || null,
    total_amount: total_amount || null,
    post_payments: post_payments.map(itemOf),
    post_discounts: post_discounts.map(itemOf),
    profit_sharing: profit_sharing || null,
  };
}

/** Whether nothing was typed anywhere within. */
export const isBlank = (value: unknown): boolean => (typeof value === "object" && value !== null ? Object.values(value).every(isBlank) : value === "" || value === false);

export function itemOf({ name, amount, description, count }: ItemRow) {
  return { name, amount, description, count: numberOf(count) };
}

/** A count that is no number goes on as text, so that the package says so. */
export function numberOf(text: string) {
  const number = text.trim() === "" ? null : Number(text);
  return Number.isNaN(number) ? (text as unknown as number) : number;
}

function rowsOf(list: unknown) {
  if (!Array.isArray(list)) return [];
  return list.filter((item) => typeof item === "object" && item !== null).map(newRow);
}

function textsOf(group: unknown): Record<string, string> {
  if (typeof group !== "object" || group === null) return {};
  const texts = Object.entries(group).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(texts.map(([name, value]) => [name, String(value)]));
}

function pick(object: Record<string, unknown>, names: string[]) {
  return Object.fromEntries(names.map((name) => [name, object[name]]));
}
