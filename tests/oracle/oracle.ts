// A second implementation of the rules, as plain as possible and written from their text alone. What the package says about an
// order is compared with what this one says.

import { cancel } from "./cancel.ts";
import { completion } from "./completion.ts";
import { create } from "./create.ts";
import { readCreated, unreadPointers } from "./created.ts";
import { directComplete } from "./direct-complete.ts";
import { pendingMessage, prepaidMessage } from "./message.ts";
import { modify } from "./modify.ts";
import { checkOrderNumber, checkServiceId, type Shape } from "./parts.ts";
import { pay } from "./pay.ts";
import { differingPointers, readPrevious } from "./previous.ts";
import { query } from "./query.ts";
import { type Fields, type Key, own, type Path, placeOf, pointerOf, Reading, type Severity, typeOf } from "./reading.ts";
import { checkServiceOrder, FIELDS as ORDER } from "./service-order.ts";
import { sync } from "./sync.ts";
import { isWrongDocument } from "./wrong-document.ts";

const REQUESTS = { completion, create, query, cancel, modify, pay, sync, prepaidMessage, pendingMessage, directComplete };
export type Operation = keyof typeof REQUESTS;
export const OPERATIONS = Object.keys(REQUESTS) as Operation[];

const SHAPES = [true, false].flatMap((isDirect) => [true, false].map((isBody) => ({ isDirect, isBody })));
const FIELD_NAMES = new Set(Object.values(REQUESTS).flatMap(({ fields }) => SHAPES.flatMap((shape) => Object.keys(fields(shape)))));
const isField = (name: string) => FIELD_NAMES.has(name);

export const KINDS = [
  "completion", "completionBody", "serviceOrder", "create", "query", "cancel", "cancelBody", "modify", "modifyBody", "pay", "payBody", "sync", "syncBody",
  "prepaidMessage", "prepaidMessageBody", "pendingMessage", "pendingMessageBody", "directComplete",
] as const;
export type Kind = (typeof KINDS)[number];
export type Mode = "direct" | "partner";

export interface Options {
  kind?: Kind;
  mode?: Mode;
  created?: unknown;
  previous?: unknown;
  request?: unknown;
  serviceRiskLimit?: number | null;
  industry?: string | null;
  completedAt?: number | null;
  now: number | null;
}

export interface Expected {
  valid: boolean;
  kind: string;
  mode: string;
  issues: { code: string; severity: Severity; pointer: string; params: Record<string, unknown> }[];
}

/** A request in an order's life. */
export interface Request {
  fields: (shape: Shape) => Fields;
  /** The fields of the created order that its rules read. */
  reads: (shape: Shape) => Path[];
  /** Whether an earlier attempt must be identical, or is only compared. */
  previous?: "repeated" | "compared";
  /** Whether the order's number is part of the body. */
  isWhole?: boolean;
  check: (asked: Asked) => void;
  checkState?: (asked: Asked) => void;
}

/** What the rules of a request take. */
export interface Asked {
  reading: Reading;
  created: Reading | undefined;
  options: Options;
  shape: Shape;
  /** Whether it is certainly a retry. */
  isSameAgain: boolean;
}

export function expectedReport(order: unknown, options: Options): Expected {
  const kind = options.kind ?? "completion";
  const mode = options.mode ?? modeOf(order);
  const reading = kind === "serviceOrder" ? readOrder(order, options) : readRequest(order, options, kind, mode);
  const issues = inDocumentOrder(reading).map(({ code, severity, path, params }) => ({ code, severity, pointer: pointerOf(path), params }));
  return { valid: issues.every(({ severity }) => severity !== "error"), kind, mode, issues };
}

function modeOf(order: unknown): Mode {
  const merchant = typeOf(order, []) === "object" ? own(order, "sub_mchid") : undefined;
  return merchant === undefined || merchant === null || merchant === "" ? "direct" : "partner";
}

function readOrder(order: unknown, options: Options): Reading {
  const reading = new Reading(order, ORDER, "returned");
  if (isWrongDocument(reading, false)) return wrong(reading);
  checkServiceOrder(reading, options.request);
  return reading;
}

function readRequest(order: unknown, options: Options, kind: Kind, mode: Mode): Reading {
  const request: Request = REQUESTS[kind.replace("Body", "") as Operation];
  const shape = { isBody: kind.endsWith("Body"), isDirect: mode === "direct" };
  const reading = new Reading(order, request.fields(shape), "sent");
  if (isWrongDocument(reading, true)) return wrong(reading);

  const created = readCreated(options.created);
  const asked: Asked = { reading, created: created === "no order" ? undefined : created, options, shape, isSameAgain: false };
  if (reading.isObject) {
    asked.isSameAgain = checkPrevious(asked, request);
    checkOrderNumber(reading);
    checkServiceId(reading);
    checkIdentity(asked);
    checkMode(asked, mode);
    request.check(asked);
  }
  request.checkState?.(asked);
  if (created === "no order") reading.warning("created_unread", [], { pointer: "" });
  for (const pointer of asked.created ? unreadPointers(asked.created, request.reads(shape)) : []) reading.warning("created_unread", [], { pointer });
  if (reading.isObject && request.previous && readPrevious(options.previous, isField) === "unread") reading.warning("previous_unread", []);
  return reading;
}

function wrong(reading: Reading): Reading {
  reading.issues.length = 0;
  reading.error("wrong_document", []);
  return reading;
}

function checkIdentity({ reading, created }: Asked): void {
  for (const name of ["out_order_no", "appid", "service_id", "sub_mchid"]) {
    const expected = created?.sound(name);
    const received = reading.sound(name);
    if (expected !== undefined && received !== undefined && expected !== received) reading.error("identity_mismatch", [name], { expected, received });
  }
}

function checkMode({ reading, created }: Asked, mode: Mode): void {
  const has = (name: string) => created?.isSent(name) ?? false;
  const expected = has("sub_mchid") ? "partner" : has("appid") || has("mchid") ? "direct" : mode;
  if (expected === mode) return;
  reading.withdraw("unknown_field", ["sub_mchid"]);
  reading.warning("mode_differs", ["sub_mchid"], { expected });
}

/** Whether this is a retry. */
function checkPrevious({ reading, options, shape }: Asked, { previous: use, isWhole }: Request): boolean {
  const previous = use && readPrevious(options.previous, isField);
  if (typeof previous !== "object") return false;
  const body: Record<string, unknown> = { ...(reading.document as object) };
  const isFlat = !shape.isBody && !isWhole;
  if (isFlat) delete body.out_order_no;
  if (isFlat && !shape.isDirect) delete body.appid;
  const before: Record<string, unknown> = { ...previous };
  if (!isWhole) delete before.out_order_no;
  if (!isWhole && !shape.isDirect) delete before.appid;
  const pointers = differingPointers(body, before, reading.document);
  if (pointers.length > 0 && use === "repeated") reading.warning("retry_differs", [], { pointers });
  return pointers.length === 0;
}

/** By field order of the tables, item by item, a list's own issue before its items', whole-document rules last. */
function inDocumentOrder({ issues, fieldOrder }: Reading): Reading["issues"] {
  return [...issues].sort((one, other) => comparePaths(one.path, other.path, fieldOrder));
}

function comparePaths(one: Path, other: Path, fieldOrder: Map<string, string[]>): number {
  if (one.length === 0 || other.length === 0) return other.length - one.length;
  for (let depth = 0; depth < one.length && depth < other.length; depth += 1) {
    const [key, otherKey] = [one[depth]!, other[depth]!];
    if (key === otherKey) continue;
    if (typeof key === "number" && typeof otherKey === "number") return key - otherKey;
    const names = fieldOrder.get(placeOf(one.slice(0, depth))) ?? [];
    const rankOf = (name: Key) => (names.includes(String(name)) ? names.indexOf(String(name)) : names.length);
    return rankOf(key) - rankOf(otherKey) || compareCodePoints(String(key), String(otherKey));
  }
  return one.length - other.length;
}

function compareCodePoints(one: string, other: string): number {
  const [ones, others] = [[...one], [...other]];
  const at = ones.findIndex((character, index) => character !== others[index]);
  if (at < 0) return ones.length - others.length;
  return ones[at]!.codePointAt(0)! - (others[at]?.codePointAt(0) ?? -1);
}
