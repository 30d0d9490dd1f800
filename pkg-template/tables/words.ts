import type { TableLocale } from "./issue";
import { TableProblem } from "./problem";

const chinese = {
  encoding_broken: (encoding: string) =>
    `文件不是完整的 ${encoding} 文本：前后编码不一致，或内容已损坏。请重新导出为“CSV UTF-8（逗号分隔）”，或用 --encoding 指明编码。`,
  utf16: () => "文件是大端的 UTF-16 编码，请另存为 UTF-8。",
  empty: () => "文件是空的，没有任何内容。请检查导出它的程序是否成功。",
  no_number_column: (near: string | undefined) =>
    `表头中没有订单号列。应有一列名为“商户服务订单号”“订单号”或 out_order_no。${near === undefined ? "" : `“${near}”是否就是订单号？`}`,
  two_columns: (header: string) => `“${header}”与前面的一列含义相同，请只保留一列。`,
  unit_unknown: (header: string) => `不知道“${header}”的单位是元还是分。请把列名写成“${header}（元）”或“${header}（分）”，或使用 --amount-unit yuan|fen。`,
  units_differ: () => "金额列有的是元，有的是分，请统一为一种单位。",
  unit_contradicts: (header: string, unit: "yuan" | "fen") =>
    `列名“${header}”与 --amount-unit ${unit} 矛盾。列名已写明单位时不需要这个选项；请确认金额到底是元还是分。`,
  full_width_header: (header: string) => `表头“${header}”中有全角逗号，一部分列没有分开。请改为英文逗号。`,
  row_too_long: () => "这一行太长，不是表格的一行。",
  trade_bill: () => "这是微信支付的交易账单，记录的是已经收的钱，不是待提交的订单。请从业务系统导出订单，列名见 payscore check --help。",
  fund_bill: () => "这是微信支付的资金账单，记录的是账户的收支，不是待提交的订单。请从业务系统导出订单，列名见 payscore check --help。",
  html: () => "这是网页（HTML），只是文件名像表格。请用 Excel 打开后另存为 .xlsx 或“CSV UTF-8（逗号分隔）”。",
  old_workbook: () => "这是旧版 .xls 工作簿，或加了密码的工作簿。请用 Excel 打开后另存为不加密码的 .xlsx。",
  compressed: () => "这是压缩文件，请先解压。",
  not_workbook: () => "这是压缩包，其中没有 Excel 工作簿（.xlsx）。若是压缩的 CSV，请先解压；若是 .xlsb 或 .ods，请另存为 .xlsx。",
  workbook_damaged: () => "工作簿已损坏，或不是 Excel 写的 .xlsx。请用 Excel 打开后另存为 .xlsx。",
  workbook_too_large: (megabytes: string) => `工作簿解压后超过 ${megabytes} MB，可能是压缩炸弹，没有读取。请拆成几个文件，或另存为“CSV UTF-8（逗号分隔）”。`,
  no_sheet: (sheet: string, sheets: string) => `工作簿中没有工作表 ${sheet}。其中有：${sheets}。`,
};

export type ProblemWords = typeof chinese;

const english: ProblemWords = {
  encoding_broken: (encoding) =>
    `The file is not entirely ${encoding} text: its encoding changes midway, or it is damaged. Export it again as “CSV UTF-8 (Comma delimited)”, or name its encoding with --encoding.`,
  utf16: () => "The file is big-endian UTF-16. Save it as UTF-8.",
  empty: () => "The file is empty. Check whether the program that exported it succeeded.",
  no_number_column: (near) =>
    `No column holds the order number. One must be named out_order_no, 商户服务订单号 or 订单号.${near === undefined ? "" : ` Is it “${near}”?`}`,
  two_columns: (header) => `“${header}” means the same as an earlier column. Keep one of them.`,
  unit_unknown: (header) => `Is “${header}” in yuan or fen? Name the column “${header} (yuan)” or “${header} (fen)”, or add --amount-unit yuan|fen.`,
  units_differ: () => "Some amount columns are in yuan and others in fen. Use one unit.",
  unit_contradicts: (header, unit) =>
    `The column “${header}” contradicts --amount-unit ${unit}. The option is not needed if the header names the unit; find out which of the two is right.`,
  full_width_header: (header) => `The header “${header}” contains full-width commas, so some columns are not separated. Use “,”.`,
  row_too_long: () => "This line is too long to be a row of a table.",
  trade_bill: () => "This is a trade bill of WeChat Pay, a record of payments received, and contains no orders to submit. Export the orders from your own system; payscore check --help lists the columns.",
  fund_bill: () => "This is a fund bill of WeChat Pay, a record of account movements, and contains no orders to submit. Export the orders from your own system; payscore check --help lists the columns.",
  html: () => "This is a web page (HTML) named like a table. Open it in Excel and save it as .xlsx or “CSV UTF-8 (Comma delimited)”.",
  old_workbook: () => "This is a workbook in the old .xls format, or one with a password. Open it in Excel and save it as .xlsx without a password.",
  compressed: () => "This is a compressed file. Unpack it first.",
  not_workbook: () => "This is an archive without an Excel workbook (.xlsx) in it. Unpack a compressed CSV first; save .xlsb and .ods as .xlsx.",
  workbook_damaged: () => "The workbook is damaged, or not an .xlsx as Excel writes it. Open it in Excel and save it as .xlsx.",
  workbook_too_large: (megabytes) => `Unpacked, the workbook is larger than ${megabytes} MB and may be a zip bomb; it was not read. Split it, or save it as “CSV UTF-8 (Comma delimited)”.`,
  no_sheet: (sheet, sheets) => `The workbook has no sheet ${sheet}. It has: ${sheets}.`,
};

/** A problem, in the given language. */
export function problemOf<Code extends keyof ProblemWords>(
  code: Code,
  locale: TableLocale,
  given: Parameters<ProblemWords[Code]>,
  place?: { line: number; column: number },
): TableProblem {
  const sentence = (locale === "en" ? english : chinese)[code] as (...given: Parameters<ProblemWords[Code]>) => string;
  return new TableProblem(code, sentence(...given), place);
}

/** Further details of an issue. */
export const detailsOf = (locale: TableLocale) => (locale === "en" ? englishDetails : chineseDetails);

const chineseDetails = {
  partBefore: (line: number) => `它从第 ${line} 行开始`,
  partBehind: (line: number) => `第 ${line} 行还有它的内容`,
  near: (header: string) => `是否应为“${header}”？`,
  createdAs: (number: string) => `创建的订单是 ${number}`,
};

const englishDetails: typeof chineseDetails = {
  partBefore: (line) => `it began on line ${line}`,
  partBehind: (line) => `more of it is on line ${line}`,
  near: (header) => `was “${header}” meant?`,
  createdAs: (number) => `the created order is ${number}`,
};
