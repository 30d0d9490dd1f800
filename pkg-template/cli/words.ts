import type { Codes } from "./report";

export type Locale = "zh-CN" | "en";

interface Totals {
  orders: number;
  valid: number;
  invalid: number;
  errors: number;
  warnings: number;
}

interface Repeat {
  where: number;
  isLine: boolean;
  totals: { first: string; now: string } | undefined;
}

const thousands = (count: number) => count.toLocaleString("en-US");

const chinese = {
  error: "错误",
  warning: "警告",
  unreadable: "无法读取",
  usage: "用法错误：",
  totals: ({ orders, valid, invalid, errors, warnings }: Totals) =>
    `共 ${thousands(orders)} 个订单：${thousands(valid)} 个通过，${thousands(invalid)} 个有错误；${thousands(errors)} 个错误，${thousands(warnings)} 个警告`,
  noOrders: "没有订单。",
  tally: "各规则的问题数：",
  truncated: "问题太多，只列出了前面一部分，统计数字是完整的。用 --max-issues 调整数量。",
  interrupted: (totals: string, file: string, percent: number | undefined) =>
    `已中断，正在读取 ${file}${percent === undefined ? "" : `（全部文件的 ${percent}%）`}。${totals}。中断前的结果已输出。`,
  unmatched: (count: number) => `有 ${thousands(count)} 个订单在 --created 文件中找不到，与创建时内容有关的规则没有检查。`,
  repeatsIncomplete: (count: number) => `订单太多，只在前 ${thousands(count)} 个订单中查找了重复的订单号。`,
  cameBefore: ({ where, isLine, totals }: Repeat) =>
    `${isLine ? `第 ${thousands(where)} 行` : `第 ${thousands(where)} 个订单`}已有这个订单号${totals ? `，总金额为 ${totals.first} 元，这里为 ${totals.now} 元` : ""}`,
  othersInvalid: (count: number) => `另有 ${thousands(count)} 个订单有错误，没有列出`,
  othersValid: (count: number) => `其余 ${thousands(count)} 个订单没有问题`,

  noFile: "文件不存在。",
  isFolder: (path: string) => `这是一个文件夹。检查其中的文件请用通配符，例如 "${path}/**/*.ndjson"。`,
  notAllowed: "没有读取权限。",
  readFailed: (reason: string) => `读取失败：${reason}。`,
  spoolFailed: (folder: string, reason: string) => `表格要读两遍，标准输入须先存入临时文件夹 ${folder}，但无法写入：${reason}。请直接给出文件，或用环境变量 TMPDIR 指定其他文件夹。`,
  noMatch: (pattern: string) => `没有与 ${pattern} 匹配的文件。`,
  writeFailed: (file: string, reason: string) => `无法写入 ${file}：${reason}。`,
  standardOutput: "标准输出",
  reasons: {
    ENOENT: "文件或文件夹不存在",
    ENOTDIR: "路径中有一段不是文件夹",
    EISDIR: "这是一个文件夹",
    EACCES: "没有权限",
    EPERM: "没有权限",
    EROFS: "文件系统是只读的",
    ENOSPC: "磁盘已满",
    EDQUOT: "磁盘配额已用完",
    EMFILE: "打开的文件太多",
    ENFILE: "打开的文件太多",
    EBUSY: "文件正被占用",
    ENAMETOOLONG: "文件名太长",
    EIO: "磁盘读写出错",
  } as Record<string, string>,
  otherReason: (code: string) => `系统错误 ${code}`,
  badJson: "从这里起不是合法的 JSON。",
  badLine: (line: number, column: number) => `第 ${line} 行第 ${column} 列起不是合法的 JSON（UTF-8），这一行没有检查；请核对引号、逗号和括号是否完整。`,
  badArray: (line: number, column: number) =>
    `第 ${line} 行第 ${column} 列起不是合法的 JSON（UTF-8），此处与其后的订单都没有检查；请核对引号、逗号和括号是否完整。`,
  notObject: "应为一个 JSON 对象。",
  workbook: "这是 Excel 工作簿，不是 JSON。请去掉 --input-format，或改为 --input-format xlsx。",
  utf16: "文件是 UTF-16 编码，请另存为 UTF-8。",
  emptyFile: "文件是空的，没有任何内容。请检查导出它的程序是否成功。",
  emptyInput: "没有指定文件，标准输入也是空的。请检查它前面的程序是否成功，或给出文件。",
  wrappedLines: "每份订单都在 order 字段里，旁边还有别的内容。请加选项 --wrapped，使它与 created、previous 一起检查。",
  notification: "这是加密的通知。请先解密 resource，再用 --kind serviceOrder 检查解出的订单。",
  composedRequest: "这是组装好的请求，不是订单。要检查请求体，请取出其中的 body，并加选项 --kind completionBody。",
  refusalGiven: "这是微信支付返回的错误，不是订单。请用 payscore explain 解释它。",
  envelope: (place: string) => `这是接口返回的整个结果，订单在 ${place.replace("[]", "")} 里。请只保留订单，例如：jq -c '.${place}' 文件 > orders.ndjson`,
  onlyJson: "这里只能用 JSON 或 NDJSON，不能用表格。",
  nothingGiven: "没有指定文件。用 - 表示标准输入。",
  stdinTwice: "标准输入只能读取一次。",
  numberMissing: "这里的订单没有 out_order_no，无法与待检查的订单对应。",
  otherKind: (kinds: string) => `表格只能是 ${kinds}，不能与其他 --kind 一起使用。`,
  yuanInCheck: "check 检查的 JSON 就是请求本身，其中的金额一律是分，不能与 --amount-unit yuan 一起使用。金额为元的草稿请用 payscore build。",
  wrappedTable: "--wrapped 只用于 JSON 与 NDJSON。",
  nowOrNone: "--now 应为时间，或 none（不检查与当前时间有关的规则）。",
  wholeNumber: "应为不小于 0 的整数。",
  locale: "应为 zh-CN、en 这样的中文或英文语言标签。",
  positiveNumber: "应为正整数。",
  maxIssues: "应为正整数，或 all。",

  orders: "个订单",
  remaining: "剩余",
  requestsReady: ({ ready, refused, yuan, unit }: { ready: number; refused: number; yuan: string | undefined; unit: "fen" | "yuan" | undefined }) =>
    `${thousands(ready)} 个请求已组装${yuan === undefined ? "" : `，共 ${yuan} 元`}；${thousands(refused)} 个草稿有错误，未组装${unit === undefined ? "" : `（草稿中的金额按${unit === "yuan" ? "元" : "分"}读取）`}`,
  composed: ({ ready, refused }: { ready: number; refused: number }) => `${thousands(ready)} 个请求已组装，${thousands(refused)} 个草稿有错误`,
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
  remedy: "怎么办",
  example: "例子",
  source: "出处",
  noRule: (code: string, similar: string | undefined) => `没有规则 ${code}${similar === undefined ? "。" : `，是否要用 ${similar}？`}`,
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

const counted = (count: number, one: string, many = `${one}s`) => `${thousands(count)} ${count === 1 ? one : many}`;

const english: Words = {
  error: "error",
  warning: "warning",
  unreadable: "unreadable",
  usage: "Usage: ",
  totals: ({ orders, valid, invalid, errors, warnings }) =>
    `${counted(orders, "order")}: ${thousands(valid)} valid, ${thousands(invalid)} with errors; ${counted(errors, "error")}, ${counted(warnings, "warning")}`,
  noOrders: "There are no orders.",
  tally: "Issues by rule:",
  truncated: "More was found than is shown; the counts are complete. --max-issues sets how much is shown.",
  interrupted: (totals, file, percent) =>
    `Interrupted while reading ${file}${percent === undefined ? "" : ` (${percent}% of all files)`}. ${totals}. What was found by then is in the output.`,
  unmatched: (count) =>
    `${count === 1 ? "1 order is" : `${thousands(count)} orders are`} not in the --created file; rules that need the created order were not checked for ${count === 1 ? "it" : "them"}.`,
  repeatsIncomplete: (count) => `There are too many orders: repeated order numbers were looked for only among the first ${thousands(count)}.`,
  cameBefore: ({ where, isLine, totals }) =>
    `${isLine ? `line ${thousands(where)}` : `order ${thousands(where)} of the file`} has this number too${totals ? `, with a total of ${totals.first} yuan, while this one has ${totals.now}` : ""}`,
  othersInvalid: (count) => `${counted(count, "more order")} with errors, not listed`,
  othersValid: (count) => `${counted(count, "other order")} without issues`,

  noFile: "There is no such file.",
  isFolder: (path) => `This is a folder. To check the files in it, use a pattern, such as "${path}/**/*.ndjson".`,
  notAllowed: "There is no permission to read it.",
  readFailed: (reason) => `It could not be read: ${reason}.`,
  spoolFailed: (folder, reason) => `A table is read twice, so standard input is kept in the temporary folder ${folder}, which could not be written to: ${reason}. Name the file itself, or another folder in the environment variable TMPDIR.`,
  noMatch: (pattern) => `No file matches ${pattern}.`,
  writeFailed: (file, reason) => `${file} could not be written: ${reason}.`,
  standardOutput: "Standard output",
  reasons: {
    ENOENT: "there is no such file or folder",
    ENOTDIR: "part of the path is not a folder",
    EISDIR: "it is a folder",
    EACCES: "permission denied",
    EPERM: "operation not permitted",
    EROFS: "the file system is read-only",
    ENOSPC: "the disk is full",
    EDQUOT: "the disk quota is used up",
    EMFILE: "too many files are open",
    ENFILE: "too many files are open",
    EBUSY: "the file is in use",
    ENAMETOOLONG: "the file's name is too long",
    EIO: "the disk failed",
  },
  otherReason: (code) => `system error ${code}`,
  badJson: "From here on this is not JSON.",
  badLine: (line, column) => `Not valid JSON (UTF-8) from line ${line}, column ${column} on, so this line was not checked: please check its quotes, commas and brackets.`,
  badArray: (line, column) =>
    `Not valid JSON (UTF-8) from line ${line}, column ${column} on, so neither this nor what follows was checked: please check quotes, commas and brackets.`,
  notObject: "A JSON object was expected.",
  workbook: "This is an Excel workbook, not JSON. Leave --input-format out, or use --input-format xlsx.",
  utf16: "The file is UTF-16. Save it as UTF-8.",
  emptyFile: "The file is empty. Check whether the program that exported it succeeded.",
  emptyInput: "No file was given, and standard input is empty. Check whether the program before the pipe succeeded, or name a file.",
  wrappedLines: "Each order is inside a field named order, beside other fields. Add the option --wrapped to check it together with created and previous.",
  notification: "This is an encrypted notification. Decrypt its resource first, and check that order with --kind serviceOrder.",
  composedRequest: "This is a composed request, not an order. To check its body, take body out of it and add the option --kind completionBody.",
  refusalGiven: "This is an error returned by WeChat Pay, not an order. Use payscore explain to have it explained.",
  envelope: (place) => `This is the whole response of an API; its orders are in ${place.replace("[]", "")}. Extract just the orders, for example: jq -c '.${place}' FILE > orders.ndjson`,
  onlyJson: "JSON or NDJSON is expected here, not a table.",
  nothingGiven: "No file was given. - stands for standard input.",
  stdinTwice: "Standard input can be read only once.",
  numberMissing: "This order has no out_order_no, so it cannot be matched with the orders to check.",
  otherKind: (kinds) => `A table holds ${kinds}; it cannot be combined with another --kind.`,
  yuanInCheck: "The JSON that check takes is the request itself, whose amounts are in fen; it cannot be combined with --amount-unit yuan. For drafts in yuan use payscore build.",
  wrappedTable: "--wrapped is for JSON and NDJSON.",
  nowOrNone: "--now takes a time, or none (no rule about the current time is checked).",
  wholeNumber: "It takes an integer of at least 0.",
  locale: "It takes a language tag for Chinese or English, such as zh-CN or en.",
  positiveNumber: "It takes an integer of at least 1.",
  maxIssues: "It takes an integer of at least 1, or all.",

  orders: "orders",
  remaining: "left",
  requestsReady: ({ ready, refused, yuan, unit }) =>
    `${counted(ready, "request")} composed${yuan === undefined ? "" : `, ${yuan} yuan in all`}; ${counted(refused, "draft")} with errors${unit === undefined ? "" : ` (the drafts' amounts were read as ${unit})`}`,
  composed: ({ ready, refused }) => `${counted(ready, "request")} composed, ${counted(refused, "draft")} with errors`,
  noDifference: "The two bodies do not differ.",
  added: "added",
  removed: "removed",
  changed: "changed",
  retry: "retry",
  retries: {
    same: "the same request a little later",
    wait: "the same request after a wait",
    query: "query the order first, then decide",
    fix: "only after a change",
    never: "never",
  },
  waitSeconds: (seconds) => ` (${counted(seconds, "second")})`,
  sameRule: "found before the call by the rule",
  field: "field",
  remedy: "What to do",
  example: "Example",
  source: "Source",
  noRule: (code, similar) => `There is no rule ${code}.${similar === undefined ? "" : ` Did you mean ${similar}?`}`,
  stages: { create: "creation", complete: "completion", completeZero: "completion with a total of 0" },
  anyOf: "at least one of them",
  needs: { required: "required", forbidden: "forbidden", optional: "optional" },
  repeatable: "repeatable",
  itemFields: { presence: "item", amount: "amount", description: "description", count: "count" },
  page: "official page",
  noIndustry: (id, ids) => `There is no industry ${id}. The industries are: ${ids}`,
  docsAt: (address) => `Documents ${address}\nCtrl-C ends.`,
  noPage: (page, pages) => `There is no page ${page}. The pages are the code of each rule, and ${pages}`,
};

/** The language of a tag, as the package's option `locale` takes it. */
export function languageOf(tag: string): Locale | undefined {
  const [language] = tag.toLowerCase().split(/[-_]/);
  return language === "zh" ? "zh-CN" : language === "en" ? "en" : undefined;
}

export const wordsOf = (locale: Locale): Words => (locale === "en" ? english : chinese);

/** The system's reason for a failure, in the user's language. */
export const reasonOf = ({ code = "?" }: { code?: string }, words: Words): string => words.reasons[code] ?? words.otherReason(code);

/** The codes found, the most frequent first. */
export const mostFrequent = (codes: Codes): [string, number][] => Object.entries(codes).sort(([, one], [, other]) => other - one);
