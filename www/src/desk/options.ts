import { ref } from "vue";

/** Yuan, as typed. */
export const serviceLimit = ref("");

/** The body of an earlier try, as pasted. */
export const previousText = ref("");

export const industry = ref("");

export function setIndustry(id: string) {
  industry.value = id;
}
