import type {
  CancelDraft,
  CompletionDraft,
  CreateDraft,
  DirectCompleteDraft,
  DocumentKind,
  ModifyDraft,
  PayDraft,
  PendingMessageDraft,
  PrepaidMessageDraft,
  QueryDraft,
  SyncDraft,
} from "payscore";
import { type Field, columns } from "./columns";

export interface Operation {
  /** The kind its request is checked as. */
  kind: DocumentKind;
  /** The kind of the body alone, without what goes into the path. */
  body?: DocumentKind;
  /** The function of the package that builds it. */
  builder: Extract<keyof typeof import("payscore"), `build${string}Request`>;
  /** If an order has only one such request, what distinguishes a second, mistaken one from a repetition. */
  isOnceBy?: "total_amount" | "content";
  /** The columns of its tables. */
  fields: readonly Field[];
}

const { out_order_no, appid, service_id, sub_mchid, total_amount, reason } = columns;
const identity = [out_order_no, appid, service_id, sub_mchid];
const items = [columns.item_type, columns.item_name, columns.item_amount, columns.item_description, columns.item_count];
const times = [columns.start_time, columns.start_time_remark, columns.end_time, columns.end_time_remark];
const places = [columns.start_location, columns.end_location];
const device = [columns.start_device_id, columns.end_device_id, columns.materiel_no];
const { goods_tag, profit_sharing, service_introduction, sub_appid, openid, attach, notify_url } = columns;

/** The requests that the command line and tables know. A new one needs only an entry here. */
export const operations = {
  complete: {
    kind: "completion",
    body: "completionBody",
    builder: "buildCompleteRequest",
    isOnceBy: "total_amount",
    fields: [...identity, ...items, total_amount, ...times, ...places, profit_sharing, goods_tag, ...device, columns.complete_time],
  },
  create: {
    kind: "create",
    builder: "buildCreateRequest",
    isOnceBy: "content",
    fields: [
      ...[...identity, sub_appid, service_introduction, ...items, ...times, ...places],
      ...[columns.risk_fund_name, columns.risk_fund_amount, columns.risk_fund_description],
      ...[attach, notify_url, openid, columns.sub_openid, columns.need_user_confirm, ...device],
    ],
  },
  directComplete: {
    kind: "directComplete",
    builder: "buildDirectCompleteRequest",
    isOnceBy: "total_amount",
    fields: [...identity, sub_appid, service_introduction, openid, ...items, total_amount, ...times, ...places, profit_sharing, goods_tag, attach, notify_url],
  },
  modify: {
    kind: "modify",
    body: "modifyBody",
    builder: "buildModifyRequest",
    fields: [...identity, ...items, total_amount, reason, ...device],
  },
  cancel: { kind: "cancel", body: "cancelBody", builder: "buildCancelRequest", fields: [...identity, reason] },
  pay: { kind: "pay", body: "payBody", builder: "buildPayRequest", fields: identity },
  sync: {
    kind: "sync",
    body: "syncBody",
    builder: "buildSyncRequest",
    fields: [...identity, columns.paid_time, columns.paid_amount, columns.paid_seq],
  },
  query: { kind: "query", builder: "buildQueryRequest", fields: [...identity, columns.query_id] },
  prepaidMessage: {
    kind: "prepaidMessage",
    body: "prepaidMessageBody",
    builder: "buildPrepaidMessageRequest",
    fields: [...identity, ...items, total_amount, columns.prepaid_time],
  },
  pendingMessage: {
    kind: "pendingMessage",
    body: "pendingMessageBody",
    builder: "buildPendingMessageRequest",
    fields: [...identity, ...items, total_amount, columns.prepaid_time],
  },
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;

/** 各请求的草稿。The draft of each request. */
export interface Drafts {
  complete: CompletionDraft;
  create: CreateDraft;
  directComplete: DirectCompleteDraft;
  modify: ModifyDraft;
  cancel: CancelDraft;
  pay: PayDraft;
  sync: SyncDraft;
  query: QueryDraft;
  prepaidMessage: PrepaidMessageDraft;
  pendingMessage: PendingMessageDraft;
}

export const operationNames = Object.keys(operations) as OperationName[];

export const operationOf = (name: OperationName): Operation => operations[name];

const all = operationNames.map(operationOf);

/** 各请求的表格可有的列。The columns that a table may have, by operation. */
export const tableColumns = Object.fromEntries(operationNames.map((name) => [name, operations[name].fields])) as unknown as Readonly<
  Record<OperationName, readonly Field[]>
>;

/** All kinds of document that a file may hold. */
export const kinds: readonly DocumentKind[] = [...all.flatMap(({ kind, body }) => (body === undefined ? [kind] : [kind, body])), "serviceOrder"];
