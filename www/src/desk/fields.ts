import { nextTick } from "vue";
import { view } from "./view";

/** The id of the control that holds a place of the request. */
export const fieldId = (pointer: string) => `field${pointer.replaceAll("/", ".")}`;

/** The same in the form of another request. */
export const otherId = (pointer: string) => `other${pointer.replaceAll("/", ".")}`;

/** Moves focus to the control of a place, or to the nearest that encloses it. */
export async function focusField(pointer: string) {
  view.value = "complete";
  await nextTick();
  const target = nearest(pointer);
  if (target === undefined) return;
  const fold = target.closest("details");
  if (fold) fold.open = true;
  target.scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
}

function nearest(pointer: string): HTMLElement | undefined {
  const found = document.getElementById(fieldId(pointer));
  if (found || pointer === "") return found ?? undefined;
  return nearest(pointer.slice(0, pointer.lastIndexOf("/")));
}
