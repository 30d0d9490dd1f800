import { createApp } from "vue";
import App from "./App.vue";
import "./style/kit.css";
import "./style/base.css";
import { restoreFromFragment, keepInFragment } from "./desk/share";

await restoreFromFragment();
keepInFragment();
createApp(App).mount("#app");
