import { shallowRef } from "vue";
import type { DocumentKind } from "payscore";
import { view } from "../desk/view";

/** A file that another part of the desk wants checked. */
export const handed = shallowRef<{ file: File; kind: DocumentKind }>();

export function openFile(text: string, name: string, kind: DocumentKind) {
  handed.value = { file: new File([text], name), kind };
  view.value = "file";
}
