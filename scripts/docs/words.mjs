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
      givenFile: (name) => `这样一个文件 \`${name}\`：`,
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
      tables: "[表格](../cli/tables.md)",
    },
    tables: {
      title: "表格的列名",
      description: "payscore 的 CSV 与 Excel 表格认识的列名：中文与英文，属于订单还是项目，内容怎么写。",
      introduction: "一列任选一个名称。大小写、空格、全角半角和“（必填）”不影响；金额列后面写明单位：`（元）` 或 `（分）`。",
      columns: ["列名", "字段", "属于", "内容"],
      unit: "（元）",
      of: { order: "订单", item: "项目" },
      kinds: { number: "编号，请设为“文本”格式", text: "文本", money: "金额", time: "时间，如 2025-06-01 19:30:00", count: "整数", flag: "是、否", type: "付费、优惠" },
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
      givenFile: (name) => `A file \`${name}\` like this:`,
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
      tables: "[Tables](../cli/tables.md)",
    },
    tables: {
      title: "Columns of tables",
      description: "The names of columns that payscore knows in CSV and Excel tables: Chinese and English, of the order or of an item, and what the cells hold.",
      introduction: "Any name of a row will do. Case, spaces, full-width forms and “(required)” make no difference; the name of an amount says its unit: `(yuan)` or `(fen)`.",
      columns: ["names", "field", "of", "holds"],
      unit: "（元）",
      of: { order: "the order", item: "an item" },
      kinds: { number: "a number that identifies; format it as Text", text: "text", money: "an amount", time: "a time, such as 2025-06-01 19:30:00", count: "an integer", flag: "yes, no", type: "payment, discount" },
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
