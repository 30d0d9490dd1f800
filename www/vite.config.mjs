import vue from "@vitejs/plugin-vue";
import elementPlusStyles from "unplugin-element-plus/vite";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { contentSecurityPolicy } from "./content-security-policy.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("."),
  base: "./",
  plugins: [vue(), elementPlusStyles({}), policyInBuiltPage()],
  worker: { format: "es" },
  build: {
    outDir: here("dist"),
    // The documents lie in it too.
    emptyOutDir: false,
    target: "es2022",
    // An inlined asset would be a data: address, which the policy refuses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { input: [here("index.html"), here("antd.html")] },
  },
});

function policyInBuiltPage() {
  return {
    name: "policy-in-built-page",
    apply: "build",
    transformIndexHtml: (_, { path }) => [
      { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: contentSecurityPolicy(path) }, injectTo: "head-prepend" },
    ],
  };
}
