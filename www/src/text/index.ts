import { computed, ref, watchEffect } from "vue";
import { recall, remember } from "../desk/preferences";
import { en } from "./en";
import { zh, type Words } from "./zh";

export type Locale = "zh-CN" | "en";

const preferred = (): Locale => (navigator.language.toLowerCase().startsWith("zh") ? "zh-CN" : "en");

export const locale = ref<Locale>((recall("locale") as Locale | null) ?? preferred());

export const words = computed<Words>(() => (locale.value === "en" ? en : zh));

export function switchLanguage() {
  locale.value = locale.value === "en" ? "zh-CN" : "en";
  remember("locale", locale.value);
}

watchEffect(() => {
  document.documentElement.lang = locale.value;
  document.title = words.value.product;
});
