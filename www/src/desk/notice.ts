import { shallowRef } from "vue";

/** What the page says in passing, and what takes it back where it can be. */
export interface Notice {
  text: string;
  undo?(): void;
}

export const notice = shallowRef<Notice>();

const READ_WITHIN = 3_000;
const UNDO_WITHIN = 20_000;

let timer: ReturnType<typeof setTimeout>;

export function say(text: string, undo?: () => void) {
  notice.value = { text, undo };
  clearTimeout(timer);
  timer = setTimeout(endNotice, undo ? UNDO_WITHIN : READ_WITHIN);
}

export function endNotice() {
  notice.value = undefined;
}
