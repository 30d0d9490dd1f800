/** What the generated pages say around the facts. */
export const words = {
  zh: {
    severities: { error: "错误", warning: "警告" },
    catalogue: {
      title: "规则目录",
      description: "payscore 的全部规则：每个 code 的含义、例子、办法、出处，以及它能避免的微信支付拒绝。",
      introduction: (count) => `共 ${count} 个 \`code\`。每一页都由代码生成：含义和级别取自 \`rules\`，例子是测试用例中的真实输入，问题是刚刚构建出的包给出的原话。\`code\` 是稳定的接口：会有新的，已有的不会改变含义。`,
      refusals: "商户遇到最多的十种情况",
      all: "全部 code",
      columns: ["code", "级别", "含义"],
      after: "级别为通常的级别；出处较弱的字段会降为警告。程序里可用 `import { rules } from \"payscore\"` 取得同一份目录。",
    },
    page: {
      stop: "。",
      comma: "、",
      none: "无",
      remedy: "怎么办",
      example: "例子",
      given: "这样一份订单：",
      givenBytes: "这样一个文件，每行一个订单：",
      called: "检查它：",
      found: "会得到：",
      facts: "规则",
      fact: ["项", "内容"],
      severity: "级别",
      severityText: { error: "错误：违反硬性要求，会被拒绝或金额有误", warning: "警告：只是提醒，不影响提交" },
      source: "出处",
      ofField: "（随字段而定，此处为例子中的字段）",
      refusal: "它能避免的拒绝",
      reported: (source) => `（${source}）`,
      noRefusal: "没有已知的、专属于这一条的拒绝说明；微信支付通常只回 `PARAM_ERROR` 或 `INVALID_REQUEST`，有时不拒绝而是照错误的数据执行。",
      more: "[全部规则](./index.md)",
    },
    refusals: {
      title: "拒绝一览",
      description: "微信支付分各接口已知的拒绝：原文、含义、办法、能否重试，以及提交前能查出它的规则。",
      introduction: "按接口列出已知的拒绝。原文中的 … 是随情况而变的部分；数字是应答头 Request-Id 的后缀。同一句话不论「再试」还是「重试」、全角还是半角，`explainError` 和 `npx payscore explain` 都认得。",
      operations: {
        create: "创建订单",
        query: "查询订单",
        cancel: "取消订单",
        modify: "修改金额",
        complete: "完结订单",
        directComplete: "创单结单合并",
        pay: "催收",
        sync: "同步收款结果",
        refund: "退款",
        permission: "查询授权",
        all: "任何接口",
      },
      codes: "错误码",
      codesIntroduction: "只有错误码、没有上面这些说明时，是下面的一般含义。",
      columns: ["微信支付回", "含义与原因", "怎么办", "重试", "提交前查出它的规则"],
      retries: { same: "稍后原样", wait: "等待后原样", query: "先查询订单", fix: "改正后", never: "不要" },
      wait: (seconds) => `（${seconds} 秒）`,
    },
  },
  en: {
    severities: { error: "error", warning: "warning" },
    catalogue: {
      title: "The rules",
      description: "Every rule of payscore: meaning, example, remedy and source of each code, and the refusal of WeChat Pay it prevents.",
      introduction: (count) => `There are ${count} codes. Each page is generated: meaning and severity come from \`rules\`, the example is a real input of the test tables, and the issue is what the package just built says of it. A \`code\` is stable API: new ones may come, none changes its meaning.`,
      refusals: "The ten that merchants run into most",
      all: "All codes",
      columns: ["code", "severity", "meaning"],
      after: "The severity is the usual one; a field whose source is weak softens it to a warning. In a program, `import { rules } from \"payscore\"` gives the same catalogue.",
    },
    page: {
      stop: ".",
      comma: ", ",
      none: "none",
      remedy: "What to do",
      example: "Example",
      given: "An order like this:",
      givenBytes: "A file like this, an order a line:",
      called: "checked like this:",
      found: "gives:",
      facts: "The rule",
      fact: ["what", "is"],
      severity: "severity",
      severityText: { error: "error: a documented MUST is broken, so the call is refused or the money is wrong", warning: "warning: a hint, which stops nobody" },
      source: "source",
      ofField: " (the field's own; this is the example's)",
      refusal: "The refusal it prevents",
      reported: (source) => ` (${source})`,
      noRefusal: "No refusal is known that is this rule's alone: WeChat Pay mostly answers just `PARAM_ERROR` or `INVALID_REQUEST`, and sometimes does not refuse but acts on the wrong data.",
      more: "[All rules](./index.md)",
    },
    refusals: {
      title: "Refusals",
      description: "The known refusals of each payscore call: wording, meaning, remedy, whether to try again, and the rule that finds it beforehand.",
      introduction: "The known refusals, by call. In a wording … stands for what varies; a number is the suffix of the answer's Request-Id. `explainError` and `npx payscore explain` know each however it is set: 再试 or 重试, full width or half.",
      operations: {
        create: "Create",
        query: "Query",
        cancel: "Cancel",
        modify: "Modify the amount",
        complete: "Complete",
        directComplete: "Create and complete in one",
        pay: "Press for payment",
        sync: "Report a payment",
        refund: "Refund",
        permission: "Query an authorisation",
        all: "Any call",
      },
      codes: "Error codes",
      codesIntroduction: "Where there is a code and none of the messages above, it means this in general.",
      columns: ["WeChat Pay answers", "meaning and cause", "what to do", "again", "rule that finds it beforehand"],
      retries: { same: "the same, a little later", wait: "the same, after a wait", query: "query the order first", fix: "after a change", never: "never" },
      wait: (seconds) => ` (${seconds} seconds)`,
    },
  },
};

const SOURCES = {
  S1: { zh: "官方文档《完结支付分订单》（直连商户，2020 年）", en: "official page 完结支付分订单 (direct merchants, 2020)" },
  S2: { zh: "官方文档的商户服务订单（服务商）", en: "official model of the service order (partners)" },
  P: { zh: "现行官方文档", en: "current official pages" },
  O: { zh: "2020 年的官方文档", en: "official text of 2020" },
  W: { zh: "社区转录的官方文档", en: "community transcription of official pages" },
  C: { zh: "商户报告的拒绝", en: "refusals that merchants report" },
  K: { zh: "官方排障指引", en: "official guidance on errors" },
  "api.md": { zh: "payscore 自身的约定", en: "payscore's own contract" },
};

/** `S1 total_amount` → what S1 is, and where in it. */
export function sourceText(key, source) {
  const [from, ...place] = source.split(" ");
  if (!(from in SOURCES)) return source;
  const [comma, colon] = key === "zh" ? ["，", "："] : [", ", ": "];
  const name = from === "api.md" ? SOURCES[from][key] : `${from}${comma}${SOURCES[from][key]}`;
  const where = place.join(" ");
  const shown = /^[\w.[\]]+$/.test(where) ? `\`${where}\`` : where;
  return [name, shown].filter(Boolean).join(colon);
}
