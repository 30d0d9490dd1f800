import { watch } from "vue";

/** Runs the effect once what is watched has been still for a moment. */
export function watchDebounced(source: () => unknown, effect: () => void, stillFor = 400) {
  let timer: ReturnType<typeof setTimeout>;
  watch(source, () => {
    clearTimeout(timer);
    timer = setTimeout(effect, stillFor);
  });
}
