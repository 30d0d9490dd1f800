import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { validateOrder } from "../../pkg/index.js";
import { inProject } from "../lib/project.mjs";

const body = {
  appid: "wxd678efh567hg6787",
  service_id: "2002000000000558128851361561536",
  post_payments: [{ name: "租金", amount: 3990 }],
  total_amount: 3990,
  time_range: { start_time: "20261120090000", end_time: "20261120100000" },
};
const { time_range, ...withoutTimes } = body;
const now = "2026-11-20T10:00:00+08:00";
const created = { state: "DOING", state_description: "USER_CONFIRM", time_range: { start_time: "20261120090000" } };

/** The refusals that merchants report most, an order that causes each, and the code that finds it beforehand. */
const CASES = [
  {
    cause: { zh: "结束时间比调用晚：服务器时钟偏快，或用了浏览器的时区", en: "An end time later than the call: a fast clock, or the browser's time zone" },
    order: { ...body, time_range: { ...time_range, end_time: "20261120100001" } },
    options: { now },
    code: "end_time_in_future",
  },
  {
    cause: { zh: "超时后重试，结束时间又取了一次“现在”", en: "A retry after a timeout that uses a new “now” as its end time" },
    order: body,
    options: { now, previous: { ...body, time_range: { ...time_range, end_time: "20261120095930" } } },
    code: "retry_differs",
  },
  {
    cause: { zh: "请求体里带了 out_order_no", en: "out_order_no inside the body" },
    order: { out_order_no: "1234323JKHDFE1243252", ...body },
    options: { now },
    code: "path_parameter_in_body",
  },
  {
    cause: { zh: "用户还没有确认，或订单已取消", en: "The user has not confirmed the order, or it is cancelled" },
    order: body,
    options: { now, created: { state: "CREATED" } },
    code: "state_not_completable",
  },
  {
    cause: { zh: "创建时没有结束时间，完结时也没有填", en: "No end time, neither at creation nor now" },
    order: withoutTimes,
    options: { now, created },
    code: "end_time_required",
  },
  {
    cause: { zh: "post_payments 传成了文本", en: "post_payments as text" },
    order: { ...body, post_payments: JSON.stringify(body.post_payments) },
    options: { now },
    code: "invalid_type",
    refusal: "PARAM_ERROR",
  },
  {
    cause: { zh: "金额写成了元", en: "Amounts in yuan" },
    order: { ...body, post_payments: [{ name: "租金", amount: 39.9 }] },
    options: { now },
    code: "not_integer",
    refusal: "PARAM_ERROR",
  },
  {
    cause: { zh: "总金额超过服务 ID 的上限", en: "A total above the service ID's cap" },
    order: body,
    options: { now, serviceRiskLimit: 3000 },
    code: "exceeds_service_limit",
  },
  {
    cause: { zh: "总金额为 0：完全合法，却被别的工具拦下", en: "A total of 0, which is legal but refused by other tools" },
    order: { ...body, post_payments: [{ name: "租金", amount: 0 }], total_amount: 0 },
    options: { now },
  },
  {
    cause: { zh: "名称里有 emoji", en: "Emoji in a name" },
    order: { ...body, post_payments: [{ name: "租金🚲", amount: 3990 }] },
    options: { now },
    code: "invalid_characters",
    refusal: "字符串规则校验失败",
  },
];

const words = {
  zh: { head: ["起因", "微信支付回", "payscore 在发送之前说"], none: "（不会拒绝）", fine: "没有问题，`valid` 为 `true`" },
  en: { head: ["cause", "WeChat Pay answers", "payscore says before you send"], none: "(no refusal)", fine: "nothing: `valid` is `true`" },
};

/** The ten refusals as a table: our messages come from the package, WeChat Pay's from data/api-errors.yaml. */
export function refusalTable(key, named = (code) => `\`${code}\``) {
  const { head, none, fine } = words[key];
  const rows = CASES.map(({ cause, order, options, code, refusal }) => {
    const issue = foundIn(order, { ...options, kind: "completionBody", locale: key === "zh" ? "zh-CN" : "en" }, code);
    return [cause[key], code ? refusalText(refusal, code) : none, issue ? `${issue.message} ${named(code)}` : fine];
  });
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** The issue that the package finds in an order, which must be the expected one alone. */
function foundIn(order, options, code) {
  const { issues } = validateOrder(order, options);
  if (issues.length !== (code ? 1 : 0) || issues[0]?.code !== code) {
    throw new Error(`the README's example of ${code ?? "a total of 0"} finds ${JSON.stringify(issues)}`);
  }
  return issues[0];
}

const { codes, messages } = parse(readFileSync(inProject("data/api-errors.yaml"), "utf8"));

function refusalText(named, code) {
  const known = named ? (codes.find(({ code }) => code === named) ?? messages.find(({ text }) => text === named)) : messages.find(({ rule }) => rule === code);
  return `${known.text}${known.code ? ` \`${known.code}\`` : ""}`;
}
