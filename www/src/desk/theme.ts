import { ref, watchEffect } from "vue";
import { recall, remember } from "./preferences";

export type Theme = "light" | "dark";

const preferred = (): Theme => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");

export const theme = ref<Theme>((recall("theme") as Theme | null) ?? preferred());

export function switchTheme() {
  theme.value = theme.value === "dark" ? "light" : "dark";
  remember("theme", theme.value);
}

watchEffect(() => {
  document.documentElement.classList.toggle("dark", theme.value === "dark");
});
