import { toTDesignVue } from "payscore/forms";
import { Form, FormItem, Input } from "tdesign-vue-next";
import { createApp, h, onMounted, ref } from "vue";
import { see } from "./see.js";

const NAMES = ["total_amount", "post_payments[1].name"];
const data = { total_amount: "", post_payments: [{ name: "" }, { name: "" }] };

createApp({
  setup() {
    const form = ref();
    onMounted(() => see((issues) => form.value.setValidateMessage(toTDesignVue(issues, { fields: NAMES }).messages)));
    return () => h(Form, { ref: form, data }, () => NAMES.map((name) => h(FormItem, { name }, () => h(Input))));
  },
}).mount("#app");
