import assert from "node:assert/strict";
import * as payscore from "payscore";
import { useCompletion } from "payscore/vue";
import { createSSRApp, h, reactive } from "vue";
import { renderToString } from "vue/server-renderer";
import { check } from "../common/check.js";

// A form's reactive state is checked directly.
const draft = reactive({ post_payments: [{ name: "租金", amount: -1 }] });
const app = createSSRApp({
  setup() {
    const { issues } = payscore.validateOrder(draft, { now: null });
    const { at, result, total } = useCompletion(draft, { now: null });
    return () => h("p", { id: check(payscore), class: at("/post_payments/0/amount").severity, title: `${result.value.ok} ${total.value.total}` }, issues.map(({ pointer }) => pointer).join(" "));
  },
});

const html = await renderToString(app);
assert.match(html, /id="payscore works"/);
assert.match(html, /title="false 0"/);
assert.doesNotMatch(html, /class="error"/);
assert.match(html, /\/post_payments\/0\/amount/);
