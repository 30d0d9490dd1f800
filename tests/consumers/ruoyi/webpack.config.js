// What vue-cli 4 sets up for RuoYi, as far as this page needs it.
const { join } = require("node:path");
const { VueLoaderPlugin } = require("vue-loader");

module.exports = {
  mode: "production",
  entry: "./main.js",
  context: __dirname,
  output: { path: join(__dirname, "out") },
  resolve: { alias: { "@": __dirname, vue$: "vue/dist/vue.runtime.esm.js" }, extensions: [".js", ".vue", ".json"] },
  module: {
    rules: [
      { test: /\.vue$/, loader: "vue-loader" },
      { test: /\.mjs$/, type: "javascript/auto" },
    ],
  },
  plugins: [new VueLoaderPlugin()],
  performance: false,
};
