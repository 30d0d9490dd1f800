import type { Severity } from "payscore";

interface TableRule {
  code: string;
  severity: Severity;
  meaning: { "zh-CN": string; en: string };
}

/** What the writing of a table can get wrong before any rule of payscore comes in. Values are shown as the file has them. */
export const tableRules = [
  {
    code: "csv_scientific_notation",
    severity: "error",
    meaning: {
      "zh-CN": "Excel 把长数字改成了科学计数法（如 1.23457E+18），后面的数字已经丢失，无法恢复。请从原系统重新导出；若要在 Excel 中打开，先把该列设为“文本”格式再导入。",
      en: "Excel has turned a long number into scientific notation (such as 1.23457E+18); its last digits are lost for good. Export it again from its source; to open it in Excel, import the column as Text.",
    },
  },
  {
    code: "csv_digits_lost",
    severity: "warning",
    meaning: {
      "zh-CN": "第 15 位之后全是 0：Excel 只保留 15 位有效数字，后面的数字可能已被改成 0。请与原系统核对；若不一致，请重新导出，并把该列设为“文本”格式。",
      en: "All digits after the 15th are 0: Excel keeps 15 significant digits and may have zeroed the others. Compare it with its source; if it differs, export it again with the column as Text.",
    },
  },
  {
    code: "csv_leading_zeros_lost",
    severity: "warning",
    meaning: {
      "zh-CN": "开头的 0 可能被 Excel 去掉了。请与原系统核对；若缺少，请重新导出，并把该列设为“文本”格式。",
      en: "Excel may have dropped zeros at the beginning. Compare it with its source; if they are missing, export it again with the column as Text.",
    },
  },
  {
    code: "csv_date_reformatted",
    severity: "error",
    meaning: {
      "zh-CN": "Excel 把时间改成了日期的显示样式（如 2009/12/25 9:10），秒或日期可能已丢失。请把单元格格式设为自定义 yyyy-mm-dd hh:mm:ss（只有日期时为 yyyy-mm-dd）后再另存为 CSV。",
      en: "Excel has written a time the way it displays dates (such as 2009/12/25 9:10), perhaps without its seconds. Give the cells the custom format yyyy-mm-dd hh:mm:ss (yyyy-mm-dd for days) and save the CSV again.",
    },
  },
  {
    code: "csv_thousands_separator",
    severity: "error",
    meaning: {
      "zh-CN": "数字带有千位分隔符（如 1,234.00）。请把单元格格式设为“数值”并取消“使用千位分隔符”，再另存为 CSV。",
      en: "The number has thousands separators (such as 1,234.00). Format the cells as Number without “Use 1000 Separator” and save the CSV again.",
    },
  },
  {
    code: "csv_currency_sign",
    severity: "error",
    meaning: {
      "zh-CN": "金额带有货币符号或单位（如 ¥39.90、39.90元）。请把单元格格式设为“数值”，只保留数字。",
      en: "The amount carries a currency sign or unit (such as ¥39.90 or 39.90元). Format the cells as Number, digits only.",
    },
  },
  {
    code: "csv_item_type",
    severity: "error",
    meaning: {
      "zh-CN": "项目类型应为“付费”或“优惠”（payment 或 discount）。",
      en: "The type of an item is payment or discount (付费 or 优惠).",
    },
  },
  {
    code: "csv_rows_differ",
    severity: "error",
    meaning: {
      "zh-CN": "同一订单的各行在这一列的值不一致。整个订单只有一个值，请各行填写相同内容，或只在第一行填写。",
      en: "The rows of one order differ in this column. An order has only one such value: repeat it, or leave it to the first row.",
    },
  },
  {
    code: "csv_rows_apart",
    severity: "error",
    meaning: {
      "zh-CN": "这个订单号在前面出现过，中间隔着其他订单。同一订单的各行应相邻，请按订单号排序。",
      en: "This order number came before, with other orders between. The rows of an order have to follow one another: sort by order number.",
    },
  },
  {
    code: "csv_unknown_column",
    severity: "warning",
    meaning: {
      "zh-CN": "不认识的列，已忽略。若是订单内容，请改用 payscore check --help 列出的列名。",
      en: "The column is not known and was left out. If it belongs to the order, use a name listed by payscore check --help.",
    },
  },
  {
    code: "csv_too_many_cells",
    severity: "error",
    meaning: {
      "zh-CN": "这一行的单元格比表头多，通常是内容中有逗号而没有加引号。含逗号的单元格应放在英文引号内。",
      en: "The row has more cells than the header, mostly from a comma in a cell without quotation marks. Put such a cell in quotation marks.",
    },
  },
] as const satisfies readonly TableRule[];

export type TableCode = (typeof tableRules)[number]["code"];
