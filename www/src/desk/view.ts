import { ref } from "vue";

export type View = "complete" | "refusal" | "file";

export const view = ref<View>("complete");
