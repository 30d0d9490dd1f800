// A document of some kind and the options it is checked with.

import fc from "fast-check";
import { changed, changesTo, type Document } from "./changes.ts";
import { createdFor } from "./created-orders.ts";
import { compared } from "./given.ts";
import { exampleItems, INDUSTRIES } from "./industry.ts";
import type { Kind, Operation, Options } from "./oracle.ts";
import { REQUESTS, withTotal } from "./requests.ts";
import { baseOrder, orderPlaces } from "./service-orders.ts";
import { junk, NOON, onceIn } from "./values.ts";

export interface Case {
  order: unknown;
  options: Options;
}

/** Operations that send the whole document, or no body at all. */
const WHOLE: Operation[] = ["create", "query", "directComplete"];
const KEEPS_APPID: Operation[] = ["create", "directComplete"];

const mode = fc.constantFrom(undefined, undefined, undefined, "direct" as const, "partner" as const);
const now = fc.oneof(
  fc.constant(null),
  { weight: 2, arbitrary: fc.integer({ min: -1500, max: 1500 }).map((offset) => NOON + offset) },
  fc.constantFrom(Date.UTC(2009, 11, 25, 15, 59, 59, 999), Date.UTC(2009, 11, 25, 16), Date.UTC(2009, 11, 25, 15, 59), Date.UTC(2000, 0, 2), Date.UTC(2099, 11, 30)),
);
const completedAt = fc.constantFrom(undefined, undefined, null, NOON - 1000, NOON - 1, NOON, NOON + 999, Date.UTC(2009, 11, 24, 16));
const serviceRiskLimit = fc.constantFrom(undefined, undefined, null, 0, 3000, 10000, Number.MAX_SAFE_INTEGER);
const industry = fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, fc.constantFrom(...INDUSTRIES, null));

/** Documents other than the one asked for, and some that only look like it. */
type Wrapped = (document: Document) => unknown;
const wrapped: fc.Arbitrary<Wrapped> = fc.constantFrom<Wrapped[]>(
  (body) => ({ method: "POST", path: "/v3/payscore/serviceorder", body }),
  (data) => ({ code: 0, msg: "ok", data }),
  (order) => ({ data: [order] }),
  (result) => ({ result }),
  (order) => ({ total: 1, rows: [order] }),
  (order) => ({ list: [order] }),
  () => ({ id: "EV-2018022511223320873", event_type: "PAYSCORE.USER_PAID", resource: { ciphertext: "sadsadsadsad", nonce: "fdasflkja484w" } }),
  (order) => [order],
  (order) => ({ ...order, state: "DOING", mchid: "1230000109" }),
  (order) => ({ ...order, state: "DONE", order_id: `1000000000${"2".repeat(21)}`, service_introduction: "餐" }),
  ({ out_order_no, service_id }) => ({ out_order_no, service_id, state: "CREATED", mchid: "1230000109" }),
  ({ out_order_no }) => ({ out_order_no, state: "CREATED" }),
  () => ({ code: 0, msg: "ok", data: null }),
  () => ({ data: {} }),
  () => ({ rows: [] }),
  () => ({ result: { foo: 1 } }),
  (order) => ({ ...order, data: order }),
  (order) => ({ ...order, resource: {} }),
);

/** An earlier body as a caller may have kept it, or something else found in its place. */
type Kept = (body: unknown) => unknown;
const kept: fc.Arbitrary<Kept> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Kept>((body) => body) },
  fc.constantFrom<Kept[]>(
    (body) => ({ method: "POST", path: "/v3/payscore/serviceorder", body, bodyText: JSON.stringify(body) }),
    (body) => JSON.stringify(body),
    (body) => ` ${JSON.stringify(body, null, 2)}\n`,
    (body) => JSON.stringify([body]),
    (body) => [body],
    () => 5,
    () => true,
    () => "null",
    () => "{",
    () => new Map(),
  ),
);

function requestCase(kind: Kind): fc.Arbitrary<Case> {
  const operation = kind.replace("Body", "") as Operation;
  const hasBodyKind = kind !== operation;
  const { base, places } = REQUESTS[operation];
  const isWhole = WHOLE.includes(operation);
  return fc
    .record({
      base,
      changes: fc.oneof({ weight: 4, arbitrary: changesTo(places, 6) }, changesTo(places, 0)),
      whole: onceIn(50, junk),
      wrapping: onceIn(30, wrapped),
      saysKind: fc.boolean(),
      mode,
      created: onceIn(2, createdFor),
      takesExample: fc.boolean(),
      keepsAppid: fc.constantFrom(KEEPS_APPID.includes(operation), KEEPS_APPID.includes(operation), true),
      changesBefore: onceIn(2, fc.oneof(changesTo(places, 0), changesTo(places, 2))),
      keptAs: kept,
      serviceRiskLimit,
      industry,
      completedAt,
      now,
    })
    .map(({ base: drawn, changes, whole, wrapping = (order) => order, saysKind, created, takesExample, keepsAppid, changesBefore, keptAs, ...options }) => {
      const hasExample = takesExample && options.industry != null && drawn.post_payments !== undefined;
      const base = hasExample ? withTotal({ ...drawn, post_payments: exampleItems(options.industry!, operation === "create" ? "create" : "complete") }) : drawn;
      const isPartner = base.sub_mchid !== undefined;
      const flat = isPartner && !keepsAppid ? without(base, "appid") : base;
      const sent = isPartner && !KEEPS_APPID.includes(operation) ? without(base, "appid") : base;
      const body = isWhole ? flat : without(sent, "out_order_no");
      const before = changesBefore && asSent(changed(body, [...changes, ...changesBefore]));
      return {
        order: whole ?? wrapping(changed(hasBodyKind ? body : flat, changes)),
        options: given({ ...options, kind: kind === "completion" && !saysKind ? undefined : kind, created: created?.(base), previous: before && keptAs(before) }),
      };
    });
}

const serviceOrderCase: fc.Arbitrary<Case> = fc
  .record({
    base: baseOrder,
    changes: changesTo(orderPlaces, 6),
    whole: onceIn(50, junk),
    wrapping: onceIn(30, wrapped),
    mode,
    created: fc.constantFrom(undefined, undefined, {}, { state: "DONE", out_order_no: "1", time_range: { start_time: "20091225" } }),
    request: fc.constantFrom(undefined, undefined, {}, { need_user_confirm: true }, { need_user_confirm: false, openid: "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o" }, { needUserConfirm: false }),
    serviceRiskLimit: fc.constantFrom(undefined, undefined, 0),
    industry: fc.constantFrom(undefined, undefined, "hotel"),
    now: fc.constantFrom(null, NOON),
  })
  .map(({ base, changes, whole, wrapping = (order) => order, ...options }) => ({
    order: whole ?? wrapping(changed(base, changes)),
    options: given({ kind: "serviceOrder" as const, ...options }),
  }));

export function caseOf(kind: Kind): fc.Arbitrary<Case> {
  return kind === "serviceOrder" ? serviceOrderCase : requestCase(kind);
}

/** A document of any kind that is compared. */
export const anyCase: fc.Arbitrary<Case> = fc.oneof(...compared.map(caseOf));

/** The part of it that JSON can carry. */
function asSent(body: Document): unknown {
  try {
    return JSON.parse(JSON.stringify(body, (_, value) => (typeof value === "bigint" ? undefined : value)));
  } catch {
    return undefined;
  }
}

function without({ ...document }: Document, name: string): Document {
  delete document[name];
  return document;
}

function given(options: Partial<Options> & { now: number | null }): Options {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as unknown as Options;
}
