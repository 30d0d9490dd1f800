import type { TableLocale } from "./issue";
import type { Row } from "./rows";
import { problemOf } from "./words";

/** What a cell holds, which determines what Excel may have done to it. */
export type CellKind = "number" | "text" | "money" | "time" | "count" | "flag" | "type";

export type Unit = "yuan" | "fen";

export interface Field {
  kind: CellKind;
  /** 整个订单的，或一个项目的。A field of the whole order, or of an item. */
  of: "order" | "item";
  path: readonly string[];
  /** 列可用的名称，首选第一个。The names that the column may have; the first is the preferred one. */
  names: readonly string[];
}

export interface Column extends Field {
  index: number;
  header: string;
}

export interface Columns {
  known: Column[];
  unknown: { index: number; header: string; near: string | undefined }[];
  /** The column of the order number. */
  number: Column;
  width: number;
  unit: Unit | undefined;
}

const order = (kind: CellKind, path: string, ...names: string[]): Field => ({ kind, of: "order", path: path.split("."), names: [...names, path] });
const item = (kind: CellKind, path: string, ...names: string[]): Field => ({ kind, of: "item", path: [path], names });

/** The columns of all operations. */
export const columns = {
  out_order_no: order("number", "out_order_no", "商户服务订单号", "服务订单号", "商户订单号", "商户订单编号", "订单号", "订单编号", "单号"),
  appid: order("number", "appid", "公众账号ID", "公众号ID", "应用ID"),
  service_id: order("number", "service_id", "服务ID"),
  sub_mchid: order("number", "sub_mchid", "子商户号", "特约商户号"),
  item_type: item("type", "type", "项目类型", "类型", "item_type", "type"),
  item_name: item("text", "name", "项目名称", "名称", "项目", "item_name", "name"),
  item_amount: item("money", "amount", "项目金额", "金额", "item_amount", "amount"),
  item_description: item("text", "description", "项目说明", "说明", "计费说明", "item_description", "description"),
  item_count: item("count", "count", "数量", "项目数量", "item_count", "count"),
  total_amount: order("money", "total_amount", "总金额", "订单总金额", "订单金额"),
  start_time: order("time", "time_range.start_time", "服务开始时间", "开始时间", "start_time"),
  start_time_remark: order("text", "time_range.start_time_remark", "服务开始时间备注", "开始时间备注", "start_time_remark"),
  end_time: order("time", "time_range.end_time", "服务结束时间", "结束时间", "end_time"),
  end_time_remark: order("text", "time_range.end_time_remark", "服务结束时间备注", "结束时间备注", "end_time_remark"),
  start_location: order("text", "location.start_location", "服务开始地点", "开始地点", "start_location"),
  end_location: order("text", "location.end_location", "服务结束地点", "结束地点", "end_location"),
  profit_sharing: order("flag", "profit_sharing", "分账标记", "是否分账", "分账"),
  goods_tag: order("text", "goods_tag", "订单优惠标记", "优惠标记"),
  start_device_id: order("text", "device.start_device_id", "开始设备编号", "开始使用的设备编号", "start_device_id"),
  end_device_id: order("text", "device.end_device_id", "结束设备编号", "结束使用的设备编号", "end_device_id"),
  materiel_no: order("text", "device.materiel_no", "物料编码", "materiel_no"),
  complete_time: order("time", "complete_time", "完结时间"),
  sub_appid: order("number", "sub_appid", "子商户公众账号ID", "子商户应用ID"),
  service_introduction: order("text", "service_introduction", "服务信息", "服务介绍", "服务名称"),
  risk_fund_name: order("text", "risk_fund.name", "风险名称", "订单风险名称", "risk_fund_name"),
  risk_fund_amount: order("money", "risk_fund.amount", "风险金额", "订单风险金额", "risk_fund_amount"),
  risk_fund_description: order("text", "risk_fund.description", "风险说明", "订单风险说明", "risk_fund_description"),
  attach: order("text", "attach", "商户数据包", "附加数据"),
  notify_url: order("text", "notify_url", "商户回调地址", "回调地址", "通知地址"),
  openid: order("text", "openid", "用户标识", "用户OpenID"),
  sub_openid: order("text", "sub_openid", "子商户用户标识"),
  need_user_confirm: order("flag", "need_user_confirm", "是否需要用户确认", "需要用户确认"),
  query_id: order("text", "query_id", "查询标识", "回跳查询ID"),
  reason: order("text", "reason", "原因", "取消原因", "撤销原因", "修改原因"),
  paid_time: order("time", "detail.paid_time", "收款成功时间", "收款时间", "付款时间", "支付时间", "paid_time"),
  paid_amount: order("money", "detail.paid_amount", "收款金额", "付款金额", "支付金额", "paid_amount"),
  paid_seq: order("count", "detail.seq", "收款序号", "seq"),
  prepaid_time: order("time", "prepaid_time", "预扣费时间", "扣费时间"),
} as const satisfies Record<string, Field>;

const units: Record<string, Unit> = { 元: "yuan", yuan: "yuan", 分: "fen", fen: "fen" };

export function columnsOf(header: Row, fields: readonly Field[], given: Unit | undefined, locale: TableLocale): Columns {
  refuseBills(header, locale);
  const byName = new Map(fields.flatMap((field) => field.names.map((name) => [normal(name), field] as const)));
  const known: Column[] = [];
  const unknown: Columns["unknown"] = [];
  const unitsFound = new Set<Unit>();
  for (const [index, cell] of header.cells.entries()) {
    const { name, unit } = readHeader(cell);
    const field = byName.get(name);
    const at = () => header.placeOf(index);
    if (field === undefined) {
      const parts = cell.split("，").filter((part) => byName.has(readHeader(part).name));
      if (parts.length > 1) throw problemOf("full_width_header", locale, [cell.trim()], at());
      if (name !== "") unknown.push({ index, header: cell, near: nearest(name, byName) });
      continue;
    }
    if (known.some(({ path, of }) => of === field.of && path.join() === field.path.join())) throw problemOf("two_columns", locale, [cell], at());
    if (field.kind === "money") {
      const own = unit ?? given;
      if (own === undefined) throw problemOf("unit_unknown", locale, [cell], at());
      if (given !== undefined && own !== given) throw problemOf("unit_contradicts", locale, [cell, given], at());
      unitsFound.add(own);
      if (unitsFound.size > 1) throw problemOf("units_differ", locale, [], at());
    }
    known.push({ ...field, index, header: cell });
  }
  const number = known.find(({ path }) => path[0] === "out_order_no");
  if (number === undefined) {
    const near = unknown.find(({ near }) => near !== undefined && byName.get(normal(near))?.path[0] === "out_order_no");
    throw problemOf("no_number_column", locale, [near?.header.trim()], near ? header.placeOf(near.index) : header.placeOf(0));
  }
  const width = header.cells.reduce((width, cell, index) => (cell.trim() === "" ? width : index + 1), 0);
  return { known, unknown, number, width, unit: [...unitsFound][0] };
}

/** Files that people may mistake for a list of orders. */
function refuseBills(header: Row, locale: TableLocale) {
  const names = new Set(header.cells.map(normal));
  const has = (...wanted: string[]) => wanted.every((name) => names.has(name));
  const place = header.placeOf(0);
  if (has("交易时间", "交易状态") && (has("微信订单号") || has("微信支付订单号"))) throw problemOf("trade_bill", locale, [], place);
  if (has("记账时间") && (has("资金流水单号") || has("微信支付业务单号"))) throw problemOf("fund_bill", locale, [], place);
}

function readHeader(cell: string): { name: string; unit?: Unit } {
  const name = normal(cell);
  const parts = name.match(/^(.+?)(?:[([](元|分|yuan|fen)[)\]]|[/_:](元|分|yuan|fen))$/);
  return parts ? { name: parts[1]!, unit: units[parts[2] ?? parts[3]!]! } : { name };
}

/** A header without differences that do not matter: full-width forms, case, spaces, marks for “required” or “optional”, and what keeps Excel from reading a number. */
function normal(name: string) {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s'`*]|\((必填|选填|可选|required|optional)\)/g, "");
}

/** The known name most similar to an unknown one, if it is similar enough. */
function nearest(name: string, byName: ReadonlyMap<string, Field>): string | undefined {
  let best: { name: string; likeness: number } | undefined;
  for (const known of byName.keys()) {
    const likeness = 1 - editsBetween(name, known) / Math.max(name.length, known.length);
    if (likeness >= LIKE_ENOUGH && likeness > (best?.likeness ?? 0)) best = { name: known, likeness };
  }
  return best && byName.get(best.name)!.names.find((shown) => normal(shown) === best.name);
}

const LIKE_ENOUGH = 0.5;
const LONGEST_NAME = 40;

function editsBetween(one: string, other: string): number {
  if (one.length > LONGEST_NAME) return one.length + other.length;
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const changed = row[to - 1]! + (one[at - 1] === other[to - 1] ? 0 : 1);
      next.push(Math.min(changed, row[to]! + 1, next[to - 1]! + 1));
    }
    row = next;
  }
  return row[other.length]!;
}
