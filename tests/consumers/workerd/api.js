import { validateOrder } from "payscore"; // 按条件 workerd 取得 .wasm 模块，无需配置

export default {
  async fetch(request) {
    const { order, created } = await request.json();
    const report = validateOrder(order, { created });
    return Response.json(report, { status: report.valid ? 200 : 422 });
  },
};
