// Good drafts, each with the request it must become. The request is written from what was drawn, not from the draft.

import fc from "fast-check";
import { withoutUndefined } from "./changes.ts";
import type { Mode, Operation } from "./oracle.ts";
import { beijing } from "./times.ts";
import { SERVICE_ID } from "./values.ts";

/** A value as the draft has it, and as the body has it. */
interface Pair {
  draft: unknown;
  sent: unknown;
}
type Pairs = fc.Arbitrary<Pair>;
export type Unit = "fen" | "yuan";

const text = (maximum: number) => fc.string({ unit: fc.constantFrom(..."餐费aZ9_ |/é\"\\\n\u0000\u2028\uFFFF"), minLength: 1, maxLength: maximum });
const leftOut = fc.constantFrom(undefined, null, "");

const asItIs = (values: fc.Arbitrary<unknown>): Pairs => values.map((value) => ({ draft: value, sent: value }));
const absent = (empty: fc.Arbitrary<unknown> = leftOut): Pairs => empty.map((draft) => ({ draft, sent: undefined }));
const optional = (pairs: Pairs, empty?: fc.Arbitrary<unknown>): Pairs => fc.oneof({ weight: 2, arbitrary: pairs }, absent(empty));
const optionalText = (maximum: number): Pairs => optional(asItIs(text(maximum)));
const optionalValue = (values: fc.Arbitrary<unknown>): Pairs => optional(asItIs(values), fc.constantFrom(undefined, null));

/** An object of such pairs, its parts in this order. */
function objectOf(fields: Record<string, Pairs>): Pairs {
  return fc.record(fields).map((pairs) => {
    const side = (name: keyof Pair) => Object.fromEntries(Object.entries(pairs).map(([key, pair]) => [key, pair[name]]));
    const sent = withoutUndefined(side("sent"));
    return { draft: side("draft"), sent: Object.keys(sent).length === 0 ? undefined : sent };
  });
}

/** Fen as decimal text of yuan, by moving the point in the digits. */
function yuanText(fen: number): string {
  const digits = String(fen).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function moneyOf(unit: Unit, fen: fc.Arbitrary<number>): fc.Arbitrary<{ draft: unknown; sent: number }> {
  return fen.chain((sent) => {
    if (unit === "fen") return fc.constantFrom<unknown[]>(sent, String(sent), BigInt(sent), `00${sent}`).map((draft) => ({ draft, sent }));
    const exact = yuanText(sent);
    const forms: unknown[] = [exact, Number(exact)];
    if (exact.endsWith("0")) forms.push(exact.slice(0, -1));
    if (exact.endsWith("00")) forms.push(exact.slice(0, -3), BigInt(exact.slice(0, -3)));
    return fc.constantFrom(...forms).map((draft) => ({ draft, sent }));
  });
}

const fen = fc.oneof({ weight: 4, arbitrary: fc.nat(100_000) }, fc.nat(2 ** 31), fc.integer({ min: 0, max: 10 ** 13 }));

const FROM = Date.UTC(1900, 0);
const TO = Date.UTC(2120, 0);
const SUMMER_OF_1988 = Date.UTC(1988, 6, 1);
const DAY = 86_400_000;

const isInstant = (milliseconds: number) => milliseconds > Date.UTC(2000, 0) && milliseconds < Date.UTC(2100, 0);
const instant = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: Date.UTC(2000, 0, 2), max: Date.UTC(2099, 11) }) },
  fc.integer({ min: FROM, max: TO }),
  fc.nat(DAY).map((later) => SUMMER_OF_1988 + later),
);

const pad = (number: number) => String(number).padStart(2, "0");
function rfc3339(milliseconds: number, offsetMinutes: number): string {
  const local = new Date(milliseconds + offsetMinutes * 60_000).toISOString().slice(0, 19);
  const sign = offsetMinutes < 0 ? "-" : "+";
  const minutes = Math.abs(offsetMinutes);
  return `${local}${sign}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
const day = (digits: string, between: string) => [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].join(between);
const clock = (digits: string) => `${digits.slice(8, 10)}:${digits.slice(10, 12)}:${digits.slice(12)}`;

/** Values that name a moment unambiguously; outside the century from 2000, only a wall clock does. */
function instantForms(moment: number): unknown[] {
  if (!isInstant(moment)) return [];
  return [
    moment,
    new Date(moment),
    { toDate: () => new Date(moment) },
    rfc3339(moment, 0).replace("+00:00", "Z"),
    rfc3339(moment, 0).replace("+00:00", ".999Z"),
    rfc3339(moment, 480),
    rfc3339(moment, 480).replace("+08:00", "+0800"),
    rfc3339(moment, -330),
    rfc3339(moment, 765).replace("+", ".999+"),
  ];
}
/** The same as Beijing wall-clock texts, starting with the bare digits. */
function wallClockForms(digits: string): unknown[] {
  const forms = [`${day(digits, "-")} ${clock(digits)}`, `${day(digits, "-")}T${clock(digits)}`, `${day(digits, "/")} ${clock(digits)}`];
  const minutes = digits.endsWith("00") ? forms.map((form) => form.slice(0, -3)) : [];
  return [digits, ...forms, `${forms[1]}.123`, ...minutes];
}
const dayForms = (digits: string): unknown[] => [digits, day(digits, "-"), day(digits, "/")];

function writtenSeconds(moment: number): Pairs {
  const sent = beijing(moment);
  return fc.constantFrom(...wallClockForms(sent), ...instantForms(moment)).map((draft) => ({ draft, sent }));
}
function writtenDay(moment: number): Pairs {
  const sent = beijing(moment).slice(0, 8);
  return fc.constantFrom(...dayForms(sent)).map((draft) => ({ draft, sent }));
}
/** Next to a start that is a day, an instant becomes a day as well. */
function writtenBesideDay(moment: number): Pairs {
  const sent = beijing(moment).slice(0, 8);
  return fc.constantFrom(...dayForms(sent), ...instantForms(moment)).map((draft) => ({ draft, sent }));
}
/** A day, for a field that takes only days. */
function writtenAsDay(moment: number): Pairs {
  const digits = beijing(moment);
  const forms = [...dayForms(digits.slice(0, 8)), ...wallClockForms(digits).slice(1), ...instantForms(moment)];
  return fc.constantFrom(...forms).map((draft) => ({ draft, sent: digits.slice(0, 8) }));
}

type Range = "both" | "days" | "start" | "end" | "OnAccept" | "besideCreatedDay";
interface DrawnRange extends Pair {
  /** The start of the created order, if it decides the precision of the end. */
  createdStart: string | undefined;
}

function timeRangeOf(...ranges: Range[]): fc.Arbitrary<DrawnRange> {
  return fc.tuple(instant, fc.integer({ min: 1000, max: 10 ** 10 }), fc.constantFrom(...ranges)).chain(([start, length, range]) => {
    const end = start + length;
    const onAccept = fc.constant({ draft: "OnAccept", sent: "OnAccept" });
    const [startTime, endTime] = {
      both: [writtenSeconds(start), writtenSeconds(end)],
      days: [writtenDay(start), writtenBesideDay(end)],
      start: [fc.oneof(writtenSeconds(start), writtenDay(start)), absent()],
      end: [absent(), fc.oneof(writtenSeconds(end), writtenDay(end))],
      OnAccept: [onAccept, fc.oneof(absent(), writtenSeconds(end))],
      besideCreatedDay: [absent(), writtenBesideDay(end)],
    }[range] as [Pairs, Pairs];
    const createdStart = range === "besideCreatedDay" ? beijing(start).slice(0, 8) : undefined;
    return objectOf({ start_time: startTime, end_time: endTime, start_time_remark: optionalText(20), end_time_remark: optionalText(20) })
      .map(({ draft, sent }) => ({ draft, sent, createdStart }));
  });
}

const location = optional(objectOf({ start_location: optionalText(20), end_location: optionalText(20) }), fc.constantFrom(undefined, null, {}));
const device = optional(objectOf({ start_device_id: optionalText(50), end_device_id: optionalText(50), materiel_no: optionalText(100) }), fc.constantFrom(undefined, null, {}));
const count = optionalValue(fc.integer({ min: 1, max: 100 }));

interface Items {
  payments: Pair;
  discounts: Pair;
  total: Pair & { sent: number };
}

function itemsOf(unit: Unit, least: number): fc.Arbitrary<Items> {
  // Names differ in their last characters.
  const name = (index: number) => asItIs(text(18).map((name) => `${name}${index}`));
  const amount = moneyOf(unit, fen);
  const payment = (index: number) => objectOf({ name: name(index), amount, description: optionalText(30), count });
  const discount = (index: number) => objectOf({ name: name(index), description: optionalText(30), amount, count });
  const listOf = (item: (index: number) => Pairs, minimum: number, maximum: number) =>
    fc.integer({ min: minimum, max: maximum }).chain((length) => fc.tuple(...Array.from({ length }, (_, index) => item(index))));
  const sumOf = (items: Pair[]) => items.reduce((sum, { sent }) => sum + BigInt((sent as { amount: number }).amount), 0n);
  const asList = (items: Pair[], empty: unknown): Pair => (items.length === 0 ? { draft: empty, sent: undefined } : { draft: items.map(({ draft }) => draft), sent: items.map(({ sent }) => sent) });

  return fc
    .tuple(listOf(payment, least, 4), listOf(discount, 0, 2), fc.constantFrom(undefined, null, []), fc.boolean())
    .filter(([payments, discounts]) => sumOf(payments) >= sumOf(discounts) && sumOf(payments) <= BigInt(Number.MAX_SAFE_INTEGER))
    .map(([payments, discounts, empty, givesTotal]) => {
      const sent = Number(sumOf(payments) - sumOf(discounts));
      const given = unit === "yuan" ? yuanText(sent) : sent;
      return { payments: asList(payments, empty), discounts: asList(discounts, empty), total: { draft: givesTotal ? given : undefined, sent } };
    });
}

/** The contents of a request, apart from the identifiers. */
interface Parts {
  fields: Record<string, Pairs>;
  items?: number;
  range?: Range[];
}

interface Sending {
  call: string;
  /** Whether the order's number is in the path; a query has it in its parameters. */
  numberIn: "path" | "body";
  expects: Record<Mode, 200 | 204>;
  parts: (unit: Unit, mode: Mode) => Parts;
  /** The fields in wire order. */
  wire: Record<Mode, string>;
}

const openid = asItIs(fc.constant("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"));
const reason = asItIs(text(50));
const url = asItIs(fc.constant("https://api.test.com/x"));
const attach = optional(asItIs(fc.constant("a=1&b=%E9%A4%90")));
const introduction = asItIs(text(20));
const ITEMS = "post_payments post_discounts total_amount";

const message: Omit<Sending, "call"> = {
  numberIn: "path",
  expects: { direct: 204, partner: 204 },
  parts: () => ({ items: 1, fields: { prepaid_time: instant.chain(writtenAsDay) } }),
  wire: { direct: `service_id ${ITEMS} prepaid_time`, partner: `service_id sub_mchid ${ITEMS} prepaid_time` },
};

const SENDINGS: Record<Operation, Sending> = {
  completion: {
    call: "/complete",
    numberIn: "path",
    expects: { direct: 200, partner: 204 },
    parts: (_, mode) => ({
      items: 1,
      range: ["both", "days", "start", "end", "OnAccept", "besideCreatedDay"],
      fields: {
        location,
        profit_sharing: optionalValue(fc.boolean()),
        goods_tag: optionalText(32),
        device,
        ...(mode === "partner" && { complete_time: optional(asItIs(fc.constant("2009-12-25T12:10:10+08:00"))) }),
      },
    }),
    wire: {
      direct: `appid service_id ${ITEMS} time_range location profit_sharing goods_tag device`,
      partner: `service_id sub_mchid ${ITEMS} time_range location profit_sharing complete_time goods_tag device`,
    },
  },
  create: {
    call: "",
    numberIn: "body",
    expects: { direct: 200, partner: 200 },
    parts: (unit, mode) => ({
      items: 0,
      range: ["both", "days", "start", "OnAccept"],
      fields: {
        service_introduction: introduction,
        location,
        risk_fund: objectOf({
          name: asItIs(fc.constantFrom("DEPOSIT", "ADVANCE", "CASH_DEPOSIT", "ESTIMATE_ORDER_COST")),
          amount: moneyOf(unit, fc.integer({ min: 1, max: 1_000_000 })),
          description: optionalText(30),
        }),
        attach,
        notify_url: url,
        openid: optional(openid),
        need_user_confirm: optionalValue(fc.boolean()),
        device,
        ...(mode === "partner" && { sub_appid: optional(asItIs(fc.constant("wxd678efh567hg6999"))), sub_openid: optional(openid) }),
      },
    }),
    wire: {
      direct: "out_order_no appid service_id service_introduction post_payments post_discounts time_range location risk_fund attach notify_url openid need_user_confirm device",
      partner: "service_id appid sub_mchid sub_appid out_order_no service_introduction post_payments post_discounts risk_fund time_range location openid sub_openid need_user_confirm notify_url attach device",
    },
  },
  query: {
    call: "",
    numberIn: "body",
    expects: { direct: 200, partner: 200 },
    parts: () => ({ fields: {} }),
    wire: { direct: "out_order_no service_id appid", partner: "out_order_no service_id sub_mchid" },
  },
  cancel: {
    call: "/cancel",
    numberIn: "path",
    expects: { direct: 200, partner: 204 },
    parts: () => ({ fields: { reason } }),
    wire: { direct: "appid service_id reason", partner: "service_id sub_mchid reason" },
  },
  modify: {
    call: "/modify",
    numberIn: "path",
    expects: { direct: 200, partner: 204 },
    parts: () => ({ items: 1, fields: { reason, device } }),
    wire: { direct: `appid service_id ${ITEMS} reason device`, partner: `service_id sub_mchid ${ITEMS} reason device` },
  },
  pay: {
    call: "/pay",
    numberIn: "path",
    expects: { direct: 200, partner: 204 },
    parts: () => ({ fields: {} }),
    wire: { direct: "appid service_id", partner: "service_id sub_mchid" },
  },
  sync: {
    call: "/sync",
    numberIn: "path",
    expects: { direct: 200, partner: 204 },
    parts: (unit, mode) => ({
      fields: {
        type: asItIs(fc.constant("Order_Paid")),
        detail: objectOf({
          ...(mode === "partner" && { seq: optionalValue(fc.integer({ min: 1, max: 9 })) }),
          paid_time: instant.chain(writtenSeconds),
          ...(mode === "partner" && { paid_amount: optional(moneyOf(unit, fen)) }),
        }),
      },
    }),
    wire: { direct: "appid service_id type detail", partner: "service_id sub_mchid type detail" },
  },
  prepaidMessage: { call: "/send-prepaidmessage", ...message },
  pendingMessage: { call: "/send-pendingmessage", ...message },
  directComplete: {
    call: "/direct-complete",
    numberIn: "body",
    expects: { direct: 200, partner: 204 },
    parts: (_, mode) => ({
      items: 1,
      range: ["both", "days", "start"],
      fields: {
        service_introduction: introduction,
        openid,
        location,
        profit_sharing: optionalValue(fc.boolean()),
        goods_tag: optionalText(32),
        attach,
        notify_url: url,
        ...(mode === "partner" && { sub_appid: asItIs(fc.constant("wxd678efh567hg6999")) }),
      },
    }),
    wire: {
      direct: `out_order_no appid openid service_id service_introduction post_payments post_discounts time_range location total_amount profit_sharing goods_tag attach notify_url`,
      partner: `service_id appid sub_appid sub_mchid out_order_no service_introduction ${ITEMS} time_range location profit_sharing goods_tag attach notify_url openid`,
    },
  },
};

export interface GoodDraft {
  operation: Operation;
  draft: Record<string, unknown>;
  options: { mode: Mode; amountUnit: Unit; now: null; created?: unknown };
  request: { method: string; path: string; expects: 200 | 204; body?: Record<string, unknown> };
}

export function goodDraft(operation: Operation): fc.Arbitrary<GoodDraft> {
  const sending = SENDINGS[operation];
  return fc.tuple(fc.constantFrom<Unit[]>("fen", "yuan"), fc.constantFrom<Mode[]>("direct", "partner")).chain(([amountUnit, mode]) => {
    const { fields, items, range } = sending.parts(amountUnit, mode);
    return fc
      .record({
        number: fc.string({ unit: fc.constantFrom(..."09AZaz_-|*"), minLength: 1, maxLength: 32 }),
        isFromCreated: fc.boolean(),
        fields: fc.record(fields),
        items: items === undefined ? fc.constant(undefined) : itemsOf(amountUnit, items),
        range: range === undefined ? fc.constant(undefined) : timeRangeOf(...range),
      })
      .map((drawn) => {
        const wire = sending.wire[mode].split(" ");
        const known: Record<string, unknown> = { out_order_no: drawn.number, appid: "wxd678efh567hg6787", service_id: SERVICE_ID, ...(mode === "partner" && { sub_mchid: "1900000109" }) };
        const ids = Object.fromEntries(Object.entries(known).filter(([name]) => name === "out_order_no" || wire.includes(name)));
        const { payments, discounts, total } = drawn.items ?? {};
        const pairs: Record<string, Pair | undefined> = {
          ...drawn.fields,
          post_payments: payments,
          post_discounts: discounts,
          total_amount: wire.includes("total_amount") ? total : undefined,
          time_range: drawn.range,
        };
        const createdStart = drawn.range?.createdStart;
        const isFromCreated = sending.numberIn === "path" && (drawn.isFromCreated || createdStart !== undefined);
        const created = { ...ids, time_range: { ...(createdStart && { start_time: createdStart }), end_time: "21200101" }, location: { start_location: "店" } };
        const sent = (name: string) => (name in ids ? ids[name] : pairs[name]?.sent);
        const body = withoutUndefined(Object.fromEntries(wire.map((name) => [name, sent(name)])));
        return {
          operation,
          draft: { ...(isFromCreated ? {} : ids), ...Object.fromEntries(Object.entries(pairs).map(([name, pair]) => [name, pair?.draft])) },
          options: { now: null, mode, amountUnit, ...(isFromCreated && { created }) },
          request: requestOf(operation, mode, drawn.number, body),
        };
      });
  });
}

function requestOf(operation: Operation, mode: Mode, number: string, body: Record<string, unknown>): GoodDraft["request"] {
  const { call, numberIn, expects } = SENDINGS[operation];
  const orders = `/v3/payscore/${mode === "partner" ? "partner/" : ""}serviceorder`;
  if (operation === "query") {
    const parameters = Object.entries(body).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
    return { method: "GET", path: `${orders}?${parameters.join("&")}`, expects: expects[mode] };
  }
  const order = numberIn === "path" ? `/${encodeURIComponent(number)}` : "";
  return { method: "POST", path: `${orders}${order}${call}`, expects: expects[mode], body };
}
