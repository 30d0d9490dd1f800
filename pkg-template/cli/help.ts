import { operations } from "../tables/operations";
import type { Locale } from "./words";

export interface Help {
  titles: Record<string, string>;
  /** The usage line, in which commander has some words of its own. */
  usage(line: string): string;
  program: string;
  end: string;
  /** The separator between an option's description and its choices. */
  noteMark: string;
  preset(value: string): string;
  help: string;
  helpCommand: string;
  version: string;
  locale: string;
  files: string;
  inputFormat: string;
  encoding: string;
  amountUnit: string;
  sheet: string;
  failSeverity: string;
  failOnEmpty: string;
  jobs: string;
  format: string;
  output: string;
  kind: string;
  wrapped: string;
  maxIssues: string;
  order: { mode: string; industry: string; now: string; created: string; previous: string; serviceRiskLimit: string };
  check: string;
  checkEnd: string;
  build: string;
  buildEnd: string;
  buildOperation: string;
  explain: string;
  explainEnd: string;
  refusal: string;
  operation: string;
  requestId: string;
  industries: string;
  industry: string;
  template: string;
  schema: string;
  draft: string;
  diff: string;
  before: string;
  after: string;
  docs: string;
  page: string;
  port: string;
}

const columns = operations.complete.fields.map(({ names, kind }) => `  ${names.join(" | ")}${kind === "money" ? "（元）/（分）" : ""}`).join("\n");

const chinese: Help = {
  titles: { "Usage:": "用法：", "Arguments:": "参数：", "Options:": "选项：", "Commands:": "命令：" },
  usage: (line) => line.replace("[options]", "[选项]").replace("[command]", "[命令]").replace("[files...]", "[文件...]"),
  program: "微信支付分订单：提交之前检查与组装请求。从不联网，从不发送请求。",
  end: "\nEnglish: payscore --locale en --help",
  noteMark: "；",
  preset: (value) => `默认 ${value}`,
  help: "显示帮助",
  helpCommand: "显示某个命令的帮助",
  version: "显示版本",
  locale: "语言",
  files: '文件或通配符（如 "orders/**/*.ndjson"）；- 为标准输入，管道之后可以省略',
  inputFormat: "输入格式；默认由扩展名和内容判断",
  encoding: "CSV 的编码；默认自动识别 UTF-8 与 GB18030",
  amountUnit: "表格与草稿中金额的单位；列名已写明时不需要",
  sheet: "工作簿中的工作表，名称或从 1 起的序号；默认第一张",
  failSeverity: "达到哪一级别时退出码为 1；none 为从不",
  failOnEmpty: "文件中没有订单时退出码为 1",
  jobs: "同时使用多少个线程；文件大于 64 MB 时默认为处理器的核数，否则为 1",
  format: "输出格式",
  output: "输出到文件，而不是标准输出",
  kind: "文档种类",
  wrapped: '每份订单与创建时的订单、上一次的请求体放在一起：{"order":…,"created":…,"previous":…}',
  maxIssues: "最多列出多少个问题，或 all；统计数字总是完整的",
  order: {
    mode: "直连商户或服务商；默认有 sub_mchid 即服务商",
    industry: "按该行业的规程检查付费项目",
    now: "现在的时间，默认取时钟；none 为不检查与当前时间有关的规则",
    created: "创建或查询到的订单（JSON 或 NDJSON），按 out_order_no 对应；只有一个对象时用于所有订单",
    previous: "上一次的请求（payscore build 的输出，或带 out_order_no 的请求体），按 out_order_no 对应：重试必须原样重发",
    serviceRiskLimit: "服务 ID 的风险金额上限，单位：分",
  },
  check: "检查订单文件：JSON、NDJSON、CSV 或 Excel 工作簿（.xlsx）",
  checkEnd: `
退出码：0 没有达到级别的问题；1 有；2 用法错误、文件无法读取、是空的或不是合法的 JSON；130 被中断。
ndjson 格式逐行输出有问题的订单，最后一行为统计：{"summary":{…}}。

表格：第一行为列名，每行一个付费或优惠项目；同一订单的各行相邻，订单号相同或只写在第一行。
没有“项目类型”列时，所有项目都是付费项目。没有总金额列时，总金额自动计算。
CSV：UTF-8（有无 BOM 均可）与 GB18030 自动识别；加在数字前后、用来防止 Excel 改动的撇号、反引号、制表符和 ="…" 会被去掉。
表格要读两遍，标准输入因此先存入临时文件夹。
完结的列名（任选其一；其他请求的见文档“表格的列名”）：
${columns}

例：
  payscore check orders.ndjson --created created.ndjson
  payscore check 完结.csv --industry hotel
  export-orders | payscore check --format ndjson
  payscore check "orders/*.json" --format sarif --output payscore.sarif`,
  build: "由草稿组装请求并检查；只组装，不发送",
  buildEnd: `
输入与 check 相同：一个草稿（JSON 对象）、多个草稿（数组、NDJSON、CSV 或 .xlsx）。
json 与 ndjson 中的 request.bodyText 就是要签名和发送的原文；ndjson 的最后一行为统计：{"summary":{…}}，没有这一行就是没有做完。
退出码：0 全部组装完成；1 有草稿未能组装；2 用法错误、文件无法读取、是空的或不是合法的 JSON；130 被中断。`,
  buildOperation: "组装哪一个请求",
  explain: "解释微信支付返回的错误（原因、怎么办、能否重试），或 payscore 的一条规则",
  explainEnd: `
退出码：0 已解释；1 未收录的错误或没有的规则；2 用法错误或文件无法读取。

例：
  payscore explain "单据正在扣款中，请稍后再试"
  payscore explain answer.json --request-id 08F78BD1AB0610-271302332
  payscore explain total_mismatch`,
  refusal: "错误信息、整个返回体、保存返回体的文件、规则的 code，或 -（标准输入，默认）",
  operation: "调用的接口：create、query、cancel、modify、complete、pay、sync、refund 等",
  requestId: "应答头 Request-Id",
  industries: "列出八个官方行业，或其中一个行业的付费项目规程",
  industry: "行业",
  template: "输出付费项目的空白行（JSON），作为填写的起点",
  schema: "输出请求体的 JSON Schema",
  draft: "JSON Schema 的版本",
  diff: "比较两个请求体；重试必须原样重发。有差异时退出码为 1",
  before: "前一个请求体（JSON 文件，或 -）",
  after: "后一个请求体（JSON 文件，或 -）",
  docs: "在本机浏览器中阅读文档：快速开始、做法、每条规则",
  page: "某一页，例如 total_mismatch 或 antd",
  port: "端口；已被占用时另取一个",
};

const english: Help = {
  titles: {},
  usage: (line) => line,
  program: "Checks and composes orders of WeChat Pay payscore before they are sent. It uses no network and sends nothing.",
  end: "\n中文：payscore --help",
  noteMark: "; ",
  preset: (value) => `${value} by default`,
  help: "show help",
  helpCommand: "show the help of a command",
  version: "show the version",
  locale: "language",
  files: 'files or patterns, such as "orders/**/*.ndjson"; - is standard input, and may be left out after a pipe',
  inputFormat: "format of the input; by default detected from the file's extension and content",
  encoding: "encoding of a CSV file; by default UTF-8 or GB18030 is detected",
  amountUnit: "unit of the amounts in tables and drafts; not needed if a header names it",
  sheet: "sheet of a workbook, by its name or its number from 1; the first one by default",
  failSeverity: "the lowest severity that makes the exit code 1; with none it never is",
  failOnEmpty: "the exit code is 1 if a file has no orders",
  jobs: "threads to use; by default the cores of the machine for files above 64 MB, else 1",
  format: "format of the output",
  output: "write to a file instead of standard output",
  kind: "the kind of document",
  wrapped: 'each order comes with its created order and the body of the previous attempt: {"order":…,"created":…,"previous":…}',
  maxIssues: "list at most this many issues, or all; the counts are always complete",
  order: {
    mode: "a direct merchant's or a partner's call; by default a partner's if sub_mchid is present",
    industry: "the industry whose profile the payment items must follow",
    now: "the current time, by default the clock's; with none no rule about the current time is checked",
    created: "the orders as created or queried (JSON or NDJSON), matched by out_order_no; a single object is used for every order",
    previous: "earlier requests (output of payscore build, or bodies with out_order_no), matched by out_order_no: a retry must repeat them",
    serviceRiskLimit: "the service ID's cap, in fen",
  },
  check: "check files of orders: JSON, NDJSON, CSV or Excel workbooks (.xlsx)",
  checkEnd: `
Exit code: 0 nothing at or above the severity; 1 something; 2 wrong usage, an unreadable or empty file, or bad JSON; 130 interrupted.
The format ndjson has a line for each order with issues, and a last line of totals: {"summary":{…}}.

Tables: the first row names the columns, every other row is one payment or discount item. The rows of an order follow one
another, with the same order number or with none after the first. Without a type column all items are payments. Without
a total the total is computed. CSV: UTF-8 (with a BOM or without) and GB18030 are told apart. An apostrophe, a backtick, a
tab or ="…" that keeps Excel from changing a number is taken off. A table is read twice, so standard input is kept in a
temporary folder.
Names of columns of completions (any one of a line; for those of other requests see the documents):
${columns.replaceAll("（元）/（分）", " (yuan) / (fen)")}

Examples:
  payscore check orders.ndjson --created created.ndjson
  payscore check completions.csv --industry hotel
  export-orders | payscore check --format ndjson
  payscore check "orders/*.json" --format sarif --output payscore.sarif`,
  build: "compose requests from drafts, and check them; nothing is sent",
  buildEnd: `
It takes what check takes: one draft (a JSON object) or many (an array, NDJSON, CSV or .xlsx).
In json and ndjson request.bodyText is the exact text to sign and send. The last line of ndjson holds the totals,
{"summary":{…}}; without it the run did not come to its end.
Exit code: 0 all were composed; 1 some were not; 2 wrong usage, an unreadable or empty file, or bad JSON; 130 interrupted.`,
  buildOperation: "which request to compose",
  explain: "explain a refusal by WeChat Pay (its cause, what to do, whether to retry), or a rule of payscore",
  explainEnd: `
Exit code: 0 explained; 1 a refusal that is not known, or no such rule; 2 wrong usage or an unreadable file.

Examples:
  payscore explain "单据正在扣款中，请稍后再试"
  payscore explain answer.json --request-id 08F78BD1AB0610-271302332
  payscore explain total_mismatch`,
  refusal: "the error's text, the whole response, a file that holds it, a rule's code, or - (standard input, the default)",
  operation: "the call that was refused: create, query, cancel, modify, complete, pay, sync, refund, …",
  requestId: "the answer's Request-Id header",
  industries: "list the eight official industries, or the payment items of one",
  industry: "industry",
  template: "print blank payment items (JSON) to start from",
  schema: "print the JSON Schema of the body",
  draft: "version of JSON Schema",
  diff: "compare two bodies; a retry must repeat the first one. The exit code is 1 if they differ",
  before: "the first body (a JSON file, or -)",
  after: "the second body (a JSON file, or -)",
  docs: "serve the documents to a browser on this machine: getting started, recipes, every rule",
  page: "a page, such as total_mismatch or antd",
  port: "port; another one is used if it is taken",
};

export const helpOf = (locale: Locale): Help => (locale === "en" ? english : chinese);
