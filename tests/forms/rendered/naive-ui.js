import { NForm, NFormItem, NInput } from "naive-ui";
import { toNaive } from "payscore/forms";
import { createApp, h, onMounted, ref } from "vue";
import { see } from "./see.js";

const PATHS = ["total_amount", "post_payments[1].name"];

createApp({
  setup() {
    const items = ref({});
    onMounted(() => see((issues) => (items.value = toNaive(issues).items)));
    return () => h(NForm, null, () => PATHS.map((path) => h(NFormItem, { path, ...items.value[path] }, () => h(NInput))));
  },
}).mount("#app");
