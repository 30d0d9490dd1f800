import { Unreadable } from "../problems";
import type { Words } from "../words";
import type { Row } from "./rows";

/** What a cell holds, which decides what Excel may have done to it. */
export type CellKind = "number" | "text" | "money" | "time" | "count" | "flag" | "type";

export type Unit = "yuan" | "fen";

export interface Field {
  kind: CellKind;
  of: "order" | "item";
  path: readonly string[];
  /** The names a column may have, the first of them shown. */
  names: readonly string[];
}

export interface Column extends Field {
  index: number;
  header: string;
}

export interface Columns {
  known: Column[];
  unknown: { index: number; header: string }[];
  unit: Unit | undefined;
}

const order = (kind: CellKind, path: string, ...names: string[]): Field => ({ kind, of: "order", path: path.split("."), names: [...names, path] });
const item = (kind: CellKind, path: string, ...names: string[]): Field => ({ kind, of: "item", path: [path], names });

export const fields: readonly Field[] = [
  order("number", "out_order_no", "商户服务订单号", "服务订单号", "商户订单号", "订单号", "单号"),
  order("number", "appid", "公众账号ID", "公众号ID", "应用ID"),
  order("number", "service_id", "服务ID"),
  order("number", "sub_mchid", "子商户号"),
  item("type", "type", "项目类型", "类型", "item_type", "type"),
  item("text", "name", "项目名称", "名称", "项目", "item_name", "name"),
  item("money", "amount", "项目金额", "金额", "item_amount", "amount"),
  item("text", "description", "项目说明", "说明", "计费说明", "item_description", "description"),
  item("count", "count", "数量", "项目数量", "item_count", "count"),
  order("money", "total_amount", "总金额", "订单总金额", "订单金额"),
  order("time", "time_range.start_time", "服务开始时间", "开始时间", "start_time"),
  order("text", "time_range.start_time_remark", "服务开始时间备注", "开始时间备注", "start_time_remark"),
  order("time", "time_range.end_time", "服务结束时间", "结束时间", "end_time"),
  order("text", "time_range.end_time_remark", "服务结束时间备注", "结束时间备注", "end_time_remark"),
  order("text", "location.start_location", "服务开始地点", "开始地点", "start_location"),
  order("text", "location.end_location", "服务结束地点", "结束地点", "end_location"),
  order("flag", "profit_sharing", "分账标记", "是否分账", "分账"),
  order("text", "goods_tag", "订单优惠标记", "优惠标记"),
  order("text", "device.start_device_id", "开始设备编号", "开始使用的设备编号", "start_device_id"),
  order("text", "device.end_device_id", "结束设备编号", "结束使用的设备编号", "end_device_id"),
  order("text", "device.materiel_no", "物料编码", "materiel_no"),
  order("time", "complete_time", "完结时间"),
];

const byName = new Map(fields.flatMap((field) => field.names.map((name) => [normal(name), field] as const)));
const units: Record<string, Unit> = { 元: "yuan", yuan: "yuan", 分: "fen", fen: "fen" };

export function columnsOf(header: Row, words: Words, defaultUnit: Unit | undefined): Columns {
  const known: Column[] = [];
  const unknown: Columns["unknown"] = [];
  const unitsFound = new Set<Unit>();
  for (const [index, cell] of header.cells.entries()) {
    const { name, unit } = readHeader(cell);
    const field = byName.get(name);
    if (field === undefined) {
      if (name !== "") unknown.push({ index, header: cell });
      continue;
    }
    const refuse = (message: string) => new Unreadable(message, header.placeOf(index));
    if (known.some(({ path, of }) => of === field.of && path.join() === field.path.join())) throw refuse(words.twoColumns(cell));
    if (field.kind === "money") {
      const own = unit ?? defaultUnit;
      if (own === undefined) throw refuse(words.unitUnknown(cell));
      unitsFound.add(own);
      if (unitsFound.size > 1) throw refuse(words.unitsDiffer);
    }
    known.push({ ...field, index, header: cell });
  }
  if (!known.some(({ path }) => path[0] === "out_order_no")) throw new Unreadable(words.noNumberColumn, header.placeOf(0));
  return { known, unknown, unit: [...unitsFound][0] };
}

function readHeader(cell: string): { name: string; unit?: Unit } {
  const name = normal(cell);
  const parts = name.match(/^(.+?)(?:\((元|分|yuan|fen)\)|[/_](元|分|yuan|fen))$/);
  return parts ? { name: parts[1]!, unit: units[parts[2] ?? parts[3]!]! } : { name };
}

/** Full-width parentheses, case and spaces make no other name. */
function normal(name: string) {
  return name.normalize("NFKC").toLowerCase().replace(/\s/g, "");
}
