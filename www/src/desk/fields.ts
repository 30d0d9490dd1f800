import { nextTick } from "vue";
import { view } from "./view";

const idsWith = (prefix: string) => (pointer: string) => prefix + pointer.replaceAll("/", ".");

/** The id of the control that holds a place of the completion. */
export const fieldId = idsWith("field");

/** The same in the form of another request. */
export const otherId = idsWith("other");

/** Moves focus to the control of a place of the completion. */
export async function focusField(pointer: string) {
  view.value = "complete";
  await nextTick();
  focusNearest(pointer, fieldId);
}

/** Moves focus to the control of a place, to the first within it, or to the nearest that encloses it. */
export function focusNearest(pointer: string, idOf: (pointer: string) => string) {
  const target = nearest(pointer, idOf);
  if (target === undefined) return;
  const fold = target.closest("details");
  if (fold) fold.open = true;
  target.scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
}

function nearest(pointer: string, idOf: (pointer: string) => string): HTMLElement | undefined {
  const found = document.getElementById(idOf(pointer)) ?? document.querySelector<HTMLElement>(`input[id^="${CSS.escape(idOf(`${pointer}/`))}"]`);
  if (found || pointer === "") return found ?? undefined;
  return nearest(pointer.slice(0, pointer.lastIndexOf("/")), idOf);
}
