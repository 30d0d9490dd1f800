import { words } from "../text";
import { say } from "./notice";

export async function copy(text: string) {
  try {
    await navigator.clipboard.writeText(text);
    say(words.value.copied);
  } catch {
    say(words.value.copyFailed);
  }
}
