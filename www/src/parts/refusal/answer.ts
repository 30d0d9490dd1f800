/** What was pasted, as the package takes it: an object where it is JSON, else the text with its Request-Id. */
export function readAnswer(text: string): unknown {
  const requestId = /request-id:\s*(\S+)/i.exec(text)?.[1];
  const json = /\{[\s\S]*\}/.exec(text)?.[0];
  const error = (json === undefined ? undefined : parsed(json)) ?? { message: text };
  return requestId === undefined ? error : { ...error, requestId };
}

function parsed(json: string): object | undefined {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

export const examples = [
  { code: "PARAM_ERROR", message: "最终总金额计算非法" },
  { code: "INVALID_REQUEST", message: "单据正在扣款中,请稍后重试" },
  { code: "PARAM_ERROR", message: "创建订单未填写服务结束时间,则结束时间必填" },
  { code: "ORDER_CANCELED", message: "单据已取消" },
];
