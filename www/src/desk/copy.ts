import { ref } from "vue";
import { words } from "../text";

/** What was copied last, or why it could not be, for the page to say. */
export const notice = ref("");

let timer: ReturnType<typeof setTimeout>;

export async function copy(text: string) {
  try {
    await navigator.clipboard.writeText(text);
    say(words.value.copied);
  } catch {
    say(words.value.copyFailed);
  }
}

export function say(message: string) {
  notice.value = message;
  clearTimeout(timer);
  timer = setTimeout(() => (notice.value = ""), 3000);
}
