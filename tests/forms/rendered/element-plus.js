import { ElForm, ElFormItem, ElInput } from "element-plus";
import { toElement } from "payscore/forms";
import { createApp, h, onMounted, ref } from "vue";
import { see } from "./see.js";

const PROPS = ["total_amount", "post_payments.1.name"];
const model = { total_amount: "", post_payments: [{ name: "" }, { name: "" }] };

createApp({
  setup() {
    const errors = ref({});
    onMounted(() => see((issues) => (errors.value = toElement(issues).errors)));
    return () => h(ElForm, { model }, () => PROPS.map((prop) => h(ElFormItem, { prop, error: errors.value[prop] }, () => h(ElInput))));
  },
}).mount("#app");
