const assert = require("node:assert/strict");
const { JSDOM } = require("jsdom");

const { window } = new JSDOM("");
Object.assign(globalThis, { window, document: window.document });
const Vue = require("vue");
const { useCompletion } = require("payscore/vue");
const { created } = require("../common/react-form.cjs");

Vue.config.productionTip = false;
Vue.config.devtools = false;
const faults = [];
Vue.config.warnHandler = (message) => faults.push(message);

const vm = new Vue({
  setup() {
    const draft = Vue.reactive({ post_payments: [{ name: "租金", amount: "39.90" }] });
    return { draft, ...useCompletion(draft, () => ({ created, amountUnit: "yuan" })) };
  },
  render(h) {
    const { severity } = this.at("/post_payments/0/amount");
    return h("p", `field ${severity}; total ${this.total.total}; left over ${this.rest.map(({ pointer }) => pointer)}`);
  },
}).$mount();

(async () => {
  const seen = async (pattern) => {
    await Vue.nextTick();
    await Vue.nextTick();
    assert.match(vm.$el.textContent, pattern);
  };
  await seen(/^field undefined; total 3990; left over $/);
  assert.equal(vm.show().ok, false);
  await seen(/left over \/total_amount$/);
  vm.draft.post_payments[0].amount = "x";
  await seen(/^field error/);
  vm.draft.post_payments[0].amount = "29.90";
  await seen(/^field undefined; total 2990; left over $/);
  assert.deepEqual(faults, []);
})();
