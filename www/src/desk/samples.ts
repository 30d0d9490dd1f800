import type { IndustryId } from "payscore";
import { shallowRef, watch } from "vue";
import identities from "../../samples/identities.json";
import { words } from "../text";
import { fillForm } from "./form";
import { industry } from "./options";
import { isObject, type Json } from "./json";
import { loadOrder } from "./order";
import { replacing, snapshot } from "./snapshot";

export interface Sample {
  industry: IndustryId;
  order: Json;
  completion: Json;
  fault: { zh: string; en: string; code: string; pointer: string; order?: Json; completion?: Json };
}

export type SampleMode = keyof typeof identities;

const files = import.meta.glob<Sample>(["../../samples/*.json", "!../../samples/identities.json"], { eager: true, import: "default" });

export const samples = Object.values(files);

/** The sample on the desk, until somebody changes anything. */
export const loaded = shallowRef<Sample>();

let stopWatching = () => {};

export function loadSample(sample: Sample, mode: SampleMode, broken: boolean) {
  stopWatching();
  if (loaded.value) put(sample, mode, broken);
  else replacing(() => put(sample, mode, broken), words.value.order.sampleLoaded);
  loaded.value = sample;
  stopWatching = watch(snapshot, () => (loaded.value = undefined), { once: true });
}

function put(sample: Sample, mode: SampleMode, broken: boolean) {
  const fault = broken ? sample.fault : undefined;
  const order = patched({ ...identities[mode], ...sample.order }, fault?.order);
  loadOrder(JSON.stringify(order, null, 2));
  fillForm(patched(sample.completion, fault?.completion));
  industry.value = sample.industry;
}

/** JSON Merge Patch (RFC 7396): null takes a member away. */
function patched(target: Json, patch: Json = {}): Json {
  const result = { ...target };
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name];
    else result[name] = isObject(value) ? patched(isObject(result[name]) ? (result[name] as Json) : {}, value) : value;
  }
  return result;
}
