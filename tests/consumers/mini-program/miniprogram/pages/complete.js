const { fenToYuan } = require("../lib/payscore-values.js"); // 换算不需要 wasm，随时可用
const { loadPayscore } = require("../utils/payscore.js");

Page({
  data: { amount: "", messages: [], total: "" },

  onAmount({ detail }) {
    this.setData({ amount: detail.value });
  },

  async check() {
    const payscore = await loadPayscore();
    const { created } = getApp().globalData; // 由您的后端查询到的订单
    const draft = { post_payments: [{ name: "租金", amount: this.data.amount }], time_range: { end_time: Date.now() } };
    const options = { created, amountUnit: "yuan" };
    const { issues } = payscore.buildCompleteRequest(draft, options); // 真正的请求由后端组装、签名、发送
    this.setData({ messages: issues.map(({ message }) => message), total: fenToYuan(payscore.summarize(draft, options).total) });
  },
});
