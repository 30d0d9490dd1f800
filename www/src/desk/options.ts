import type { IndustryId } from "payscore";
import { ref } from "vue";

/** Yuan, as typed. */
export const serviceLimit = ref("");

/** The body of an earlier try, as pasted. */
export const previousText = ref("");

/** Empty where no industry's rules are wanted. */
export const industry = ref<IndustryId | "">("");
