import { Form, FormItem, Input } from "@arco-design/web-vue";
import { toArcoVue } from "payscore/forms";
import { createApp, h, onMounted, ref } from "vue";
import { see } from "./see.js";

const NAMES = ["total_amount", "post_payments[1].name"];
const model = { total_amount: "", post_payments: [{ name: "" }, { name: "" }] };

createApp({
  setup() {
    const form = ref();
    onMounted(() =>
      see((issues) => {
        const { clear, fields } = toArcoVue(issues, { fields: NAMES });
        form.value.clearValidate(clear);
        form.value.setFields(fields);
      }),
    );
    return () => h(Form, { ref: form, model }, () => NAMES.map((field) => h(FormItem, { field }, () => h(Input))));
  },
}).mount("#app");
