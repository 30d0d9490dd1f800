import { buildCompleteRequest, diffRequests } from "payscore";

/** 完结一笔订单。第一次把请求存下来；超时之后再来，发的是同一份请求，一个字节也不差。 */
export async function complete(draft, created, { store, send }) {
  const kept = await store.get(created.out_order_no);
  const request = kept ?? compose(draft, created);
  if (!kept) await store.set(created.out_order_no, request); // 先存后发：发出之后才存，超时就丢了
  return send(request.path, request.bodyText); // 由您的后端签名并发送
}

function compose(draft, created) {
  const result = buildCompleteRequest(draft, { created });
  if (!result.ok) throw new Error(result.issues.map(({ message }) => message).join("\n"));
  return { path: result.request.path, bodyText: result.request.bodyText };
}

/** 如果收到「订单重入参数校验失败」：两次请求差在哪里。 */
export function whatDiffers(first, second) {
  return diffRequests(JSON.parse(first.bodyText), JSON.parse(second.bodyText)).map(({ pointer }) => pointer);
}
