import { ref } from "vue";

/** Moves on while the page stands open, since some rules look at the clock. */
export const clock = ref(Date.now());

setInterval(() => {
  clock.value = Date.now();
}, 10_000);
