import { ref } from "vue";

export type View = "complete" | "request" | "refusal" | "file";

export const view = ref<View>("complete");
