import type { DocumentKind } from "payscore";
import { type Field, columns } from "./columns";

export interface Operation {
  /** What its request is checked as. */
  kind: DocumentKind;
  /** The same without what stands in the path. */
  body?: DocumentKind;
  /** The function of the package that composes it. */
  builder: Extract<keyof typeof import("payscore"), `build${string}Request`>;
  /** What tells two of one order apart, where it has only one: the second is a slip. */
  isOnceBy?: "total_amount" | "content";
  /** The columns of its tables. */
  fields: readonly Field[];
}

/** A request of an order's life, as the command line and tables know it: its entry here is all there is to add. */
export const operations = {
  complete: {
    kind: "completion",
    body: "completionBody",
    builder: "buildCompleteRequest",
    isOnceBy: "total_amount",
    fields: [
      columns.out_order_no,
      columns.appid,
      columns.service_id,
      columns.sub_mchid,
      columns.item_type,
      columns.item_name,
      columns.item_amount,
      columns.item_description,
      columns.item_count,
      columns.total_amount,
      columns.start_time,
      columns.start_time_remark,
      columns.end_time,
      columns.end_time_remark,
      columns.start_location,
      columns.end_location,
      columns.profit_sharing,
      columns.goods_tag,
      columns.start_device_id,
      columns.end_device_id,
      columns.materiel_no,
      columns.complete_time,
    ],
  },
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;

export const operationNames = Object.keys(operations) as OperationName[];

/** 各请求的表格可有的列。The columns that a table may have, by the operation whose requests it holds. */
export const tableColumns: Readonly<Record<OperationName, readonly Field[]>> = { complete: operations.complete.fields };

const all: readonly Operation[] = Object.values(operations);

/** All kinds of documents that a file may hold. */
export const kinds: readonly DocumentKind[] = [...all.flatMap(({ kind, body }) => (body === undefined ? [kind] : [kind, body])), "serviceOrder"];

/** The operation whose whole request a kind is: what a table of that kind holds. */
export const operationOf = (kind: DocumentKind): Operation | undefined => all.find((operation) => operation.kind === kind);
