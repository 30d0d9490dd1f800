import { buildCompleteRequest } from "payscore";
import { queryOrder, send } from "../../../backend.js";

export async function POST(request) {
  const { out_order_no, ...draft } = await request.json();
  const created = await queryOrder(out_order_no); // 以服务端查询到的订单为准，不信任浏览器
  const result = buildCompleteRequest(draft, { created, amountUnit: "yuan" });
  if (!result.ok) return Response.json({ issues: result.issues }, { status: 422 });
  return Response.json(await send(result.request)); // 签名并发送 bodyText
}
