export interface BatchOptions extends ValidateOptions {
  /**
   * 数据的排列方式，默认 `"auto"`：首字符为 `[` 即 JSON 数组，否则每行一份订单（NDJSON）。`"json"`：订单数组，或单独一份订单。
   *
   * How the orders are laid out in the data. `"auto"`, the default, means a JSON array if the first character is `[`, else
   * one order per line (NDJSON). `"json"` means an array of orders, or a single one.
   */
  format?: "auto" | "ndjson" | "json";
  /**
   * 最多详细列出多少个问题，默认 1000；计数不受影响。
   *
   * How many issues to report, 1000 by default. The rest are only counted.
   */
  maxIssues?: number;
  /**
   * 每份订单各自的 `created`、`previous`：一个函数，或各行中这些字段的名称。
   *
   * Each order's own `created` and `previous`: a function that returns them, or the names of these fields in each line.
   */
  context?: BatchContext | ((order: { index: number; out_order_no: string | null }) => OrderContext | null | undefined);
}

export interface OrderContext {
  created?: Partial<ServiceOrder> | null;
  previous?: CompleteRequestBody | null;
}

/** 默认为 `order`、`created`、`previous`。By default `order`, `created` and `previous`. */
export interface BatchContext {
  order?: string;
  created?: string;
  previous?: string;
}

export interface BatchCounts {
  orders: number;
  /** orders − invalid */
  valid: number;
  /** 有 `error` 的订单，或不是 JSON 的行。Orders with an error, and lines that are not JSON. */
  invalid: number;
  errors: number;
  warnings: number;
  bytes: number;
}

/** 行与列（按字符）从 1 起，偏移（按字节）从 0 起。Line and column (characters) from 1, offset (bytes) from 0. */
export interface Position {
  line: number;
  column: number;
  offset: number;
}

/**
 * 位置指向有问题的值；缺失的字段指向缺少它的对象，未知的字段指向其名称。
 *
 * The place of the value at fault, of the object that lacks it, or of the name of an unknown field.
 */
export type BatchIssue = Issue & Position;

/** 一份订单的检查结果与其所在位置。The result for one order, and where the order starts. */
export interface OrderReport extends Position {
  /** 从 0 起。From 0. */
  index: number;
  out_order_no: string | null;
  valid: boolean;
  kind: DocumentKind;
  mode: Mode;
  issues: BatchIssue[];
}

export interface BatchReport extends BatchCounts {
  /** 有问题的订单，按先后顺序。The orders with issues, in order. */
  found: OrderReport[];
  /** 问题多于 `maxIssues`。There were more issues than `maxIssues`. */
  truncated: boolean;
}

/**
 * 一次检查许多订单，直接读字节，不为每份订单建立 JS 对象。
 *
 * Checks many orders straight from bytes, without a JavaScript object for each. A line that is not JSON is an issue
 * `invalid_json`; checking goes on with the next line.
 */
export function validateBatch(data: Uint8Array | string, options?: BatchOptions): BatchReport;

export interface StreamOptions extends BatchOptions {
  /** 没有问题的订单也输出，默认否。Whether to output orders without issues too; false by default. */
  all?: boolean;
  signal?: AbortSignal;
  /** 每处理一块数据后调用。Called after each chunk. */
  onProgress?: (counts: BatchCounts) => void;
}

/**
 * 同上，用于大于内存的文件：输入字节（或全部为字符串），输出有问题的订单；`counts` 在结束时给出计数，失败或中止时拒绝。
 *
 * The same for files larger than memory: bytes in (or only strings), orders with issues out. `counts` resolves at the end,
 * and rejects when the stream fails or is aborted.
 */
export function orderValidatorStream(
  options?: StreamOptions,
): TransformStream<Uint8Array | string, OrderReport> & { readonly counts: Promise<BatchCounts> };
