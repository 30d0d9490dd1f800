import type { BatchCounts } from "payscore";

export type Locale = "zh-CN" | "en";
type Totals = Pick<BatchCounts, "orders" | "valid" | "invalid" | "errors" | "warnings">;

const thousands = (count: number) => count.toLocaleString("en-US");

const chinese = {
  error: "错误",
  warning: "警告",
  unreadable: "无法读取",
  usage: "用法错误：",
  totals: ({ orders, valid, invalid, errors, warnings }: Totals) =>
    `共 ${thousands(orders)} 个订单：${thousands(valid)} 个通过，${thousands(invalid)} 个有错误；${thousands(errors)} 个错误，${thousands(warnings)} 个警告`,
  truncated: "问题太多，只列出了前面一部分，统计数字是完整的。用 --max-issues 调整数量。",
  interrupted: (totals: string, file: string, percent: number | undefined) =>
    `已中断，正在读取 ${file}${percent === undefined ? "" : `（全部文件的 ${percent}%）`}。${totals}。中断前的结果已输出。`,
  unmatched: (count: number) => `有 ${thousands(count)} 个订单在 --created 文件中找不到，与创建时内容有关的规则没有检查。`,

  noFile: "文件不存在。",
  isFolder: (path: string) => `这是一个文件夹。检查其中的文件请用通配符，例如 "${path}/**/*.ndjson"。`,
  notAllowed: "没有读取权限。",
  readFailed: (reason: string) => `读取失败：${reason}`,
  noMatch: (pattern: string) => `没有与 ${pattern} 匹配的文件。`,
  writeFailed: (file: string, reason: string) => `无法写入 ${file}：${reason}`,
  badJson: "从这里起不是合法的 JSON。",
  notObject: "应为一个 JSON 对象。",
  workbook: "这是 Excel 工作簿。请另存为“CSV UTF-8（逗号分隔）”再检查。",
  utf16: "文件是 UTF-16 编码，请另存为 UTF-8。",
  nothingGiven: "没有指定文件。用 - 表示标准输入。",
  stdinTwice: "标准输入只能读取一次。",
  createdWithoutNumber: "--created 中的订单没有 out_order_no，无法与待检查的订单对应。",
  otherKind: "CSV 只能是完结订单，不能与 --kind completionBody 或 serviceOrder 一起使用。",
  wrappedTable: "--wrapped 只用于 JSON 与 NDJSON。",
  nowOrNone: "--now 应为时间，或 none（不检查与当前时间有关的规则）。",
  wholeNumber: "应为不小于 0 的整数。",
  maxIssues: "应为正整数，或 all。",

  encodingBroken: (encoding: string) =>
    `文件不是完整的 ${encoding} 文本：前后编码不一致，或内容已损坏。请重新导出为“CSV UTF-8（逗号分隔）”，或用 --encoding 指明编码。`,
  csvBroken: "这一行的引号没有配对。单元格中的引号应写成两个，并把整个单元格放在引号内。",
  csvEmpty: "没有表头。第一行应为列名。",
  noNumberColumn: "表头中没有订单号列。应有一列名为“商户服务订单号”“订单号”或 out_order_no。",
  twoColumns: (header: string) => `“${header}”与前面的一列含义相同，请只保留一列。`,
  unitUnknown: (header: string) => `不知道“${header}”的单位是元还是分。请把列名写成“${header}（元）”或“${header}（分）”，或使用 --amount-unit yuan|fen。`,
  unitsDiffer: "金额列有的是元，有的是分，请统一为一种单位。",

  orders: "个订单",
  remaining: "剩余",
  requestsReady: (ready: number, refused: number) => `${thousands(ready)} 个请求已组装，${thousands(refused)} 个草稿有错误，未组装`,
  noDifference: "两个请求体没有差异。",
  added: "新增",
  removed: "删除",
  changed: "改动",
  retry: "重试",
  retries: {
    same: "稍后用相同的请求重试",
    wait: "等待后用相同的请求重试",
    query: "先查询订单状态，再决定是否重试",
    fix: "改正后再提交",
    never: "不要重试",
  },
  waitSeconds: (seconds: number) => `（${seconds} 秒）`,
  sameRule: "提交前能查出同一问题的规则",
  field: "字段",
  stages: { create: "创建订单", complete: "完结", completeZero: "总金额为 0 的完结" },
  anyOf: "至少有其中一项",
  needs: { required: "必填", forbidden: "不可填", optional: "选填" },
  repeatable: "可重复",
  itemFields: { presence: "是否必有", amount: "金额", description: "说明", count: "数量" },
  page: "官方文档",
  noIndustry: (id: string, ids: string) => `没有行业 ${id}。可用：${ids}`,
  docsAt: (address: string) => `文档 ${address}\n按 Ctrl-C 结束。`,
  noPage: (page: string, pages: string) => `没有 ${page} 这一页。可用：各规则的 code，以及 ${pages}`,
};

export type Words = typeof chinese;

const english: Words = {
  error: "error",
  warning: "warning",
  unreadable: "unreadable",
  usage: "Usage: ",
  totals: ({ orders, valid, invalid, errors, warnings }) =>
    `${thousands(orders)} orders: ${thousands(valid)} valid, ${thousands(invalid)} with errors; ${thousands(errors)} errors, ${thousands(warnings)} warnings`,
  truncated: "More was found than is shown; the counts are whole. --max-issues sets how much is shown.",
  interrupted: (totals, file, percent) =>
    `Interrupted while reading ${file}${percent === undefined ? "" : ` (${percent}% of all files)`}. ${totals}. What was found before is in the output.`,
  unmatched: (count) => `${thousands(count)} orders are not in the --created file; rules that need the created order were not checked for them.`,

  noFile: "There is no such file.",
  isFolder: (path) => `This is a folder. To check the files in it use a pattern, such as "${path}/**/*.ndjson".`,
  notAllowed: "Reading it is not permitted.",
  readFailed: (reason) => `It could not be read: ${reason}`,
  noMatch: (pattern) => `No file matches ${pattern}.`,
  writeFailed: (file, reason) => `${file} could not be written: ${reason}`,
  badJson: "From here on this is no JSON.",
  notObject: "A JSON object was expected.",
  workbook: "This is an Excel workbook. Save it as “CSV UTF-8 (Comma delimited)” and check that.",
  utf16: "The file is UTF-16. Save it as UTF-8.",
  nothingGiven: "No file was given. - stands for standard input.",
  stdinTwice: "Standard input can be read only once.",
  createdWithoutNumber: "An order of --created has no out_order_no, so it cannot be matched with the orders to check.",
  otherKind: "A CSV file holds completions; it does not go with --kind completionBody or serviceOrder.",
  wrappedTable: "--wrapped is for JSON and NDJSON.",
  nowOrNone: "--now takes a time, or none (no rule looks at the clock).",
  wholeNumber: "It takes an integer of at least 0.",
  maxIssues: "It takes an integer of at least 1, or all.",

  encodingBroken: (encoding) =>
    `The file is not ${encoding} text throughout: its encoding changes midway, or it is damaged. Export it again as “CSV UTF-8 (Comma delimited)”, or name its encoding with --encoding.`,
  csvBroken: "A quotation mark in this row has no partner. Within a cell write it twice, and put the whole cell in quotation marks.",
  csvEmpty: "There is no header. The first row has to name the columns.",
  noNumberColumn: "No column of the header holds the order number. One has to be named out_order_no, 商户服务订单号 or 订单号.",
  twoColumns: (header) => `“${header}” means the same as a column before it. Keep one of them.`,
  unitUnknown: (header) => `Is “${header}” yuan or fen? Name the column “${header} (yuan)” or “${header} (fen)”, or say --amount-unit yuan|fen.`,
  unitsDiffer: "Some amount columns are yuan and others fen. Use one unit.",

  orders: "orders",
  remaining: "left",
  requestsReady: (ready, refused) => `${thousands(ready)} requests composed, ${thousands(refused)} drafts with errors`,
  noDifference: "The two bodies do not differ.",
  added: "added",
  removed: "removed",
  changed: "changed",
  retry: "retry",
  retries: {
    same: "the same request a little later",
    wait: "the same request after a wait",
    query: "look the order up first, then decide",
    fix: "only after a change",
    never: "never",
  },
  waitSeconds: (seconds) => ` (${seconds} seconds)`,
  sameRule: "found before the call by the rule",
  field: "field",
  stages: { create: "creation", complete: "completion", completeZero: "completion with a total of 0" },
  anyOf: "at least one of them",
  needs: { required: "required", forbidden: "forbidden", optional: "optional" },
  repeatable: "repeatable",
  itemFields: { presence: "item", amount: "amount", description: "description", count: "count" },
  page: "official page",
  noIndustry: (id, ids) => `There is no industry ${id}. There are: ${ids}`,
  docsAt: (address) => `Documents ${address}\nCtrl-C ends.`,
  noPage: (page, pages) => `There is no page ${page}. There are the code of each rule, and ${pages}`,
};

export const wordsOf = (locale: Locale): Words => (locale === "en" ? english : chinese);
