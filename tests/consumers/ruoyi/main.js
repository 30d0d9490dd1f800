import Element from "element-ui";
import Vue from "vue";
import { created } from "../common/order.mjs";
import Complete from "./views/complete.vue";

Vue.use(Element);
new Vue({ render: (h) => h(Complete, { props: { created } }) }).$mount("#app");
