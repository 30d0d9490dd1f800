import { ref } from "vue";
import { view } from "./view";

/** The refusal to explain, as pasted. */
export const answer = ref("");

export function openRefusal(text: string) {
  answer.value = text;
  view.value = "refusal";
}
