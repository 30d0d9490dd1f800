// lib/ 中的三个文件取自 node_modules/payscore：slim/index.cjs、payscore.wasm、values.cjs
const payscore = require("../lib/payscore-slim.js");

let ready;

/** 只加载一次。失败之后可以再试。 */
exports.loadPayscore = () => {
  ready = ready || payscore.init((imports) => WXWebAssembly.instantiate("/lib/payscore.wasm", imports));
  return ready.then(
    () => payscore,
    (error) => {
      ready = undefined;
      throw error;
    },
  );
};
