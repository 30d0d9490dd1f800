// Good drafts, each with the body it must become. The body is written from what was drawn, not from the draft.

import fc from "fast-check";
import { withoutUndefined } from "./changes.ts";
import { beijing } from "./times.ts";
import { maybe, SERVICE_ID } from "./values.ts";

/** A value as the draft has it, and what of it goes into the body. */
interface Pair {
  draft: unknown;
  sent: unknown;
}
type Pairs = fc.Arbitrary<Pair>;

const text = (maximum: number) => fc.string({ unit: fc.constantFrom(..."餐费aZ9_ |/é\"\\\n\u0000\u2028\uFFFF"), minLength: 1, maxLength: maximum });
const leftOut = fc.constantFrom(undefined, null, "");

const optional = (pairs: Pairs, empty: fc.Arbitrary<unknown> = leftOut): Pairs => fc.oneof({ weight: 2, arbitrary: pairs }, empty.map((draft) => ({ draft, sent: undefined })));
const asItIs = (values: fc.Arbitrary<unknown>): Pairs => values.map((value) => ({ draft: value, sent: value }));

/** Fen as decimal text of yuan, by moving the point in the digits. */
function yuanText(fen: number): string {
  const digits = String(fen).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const fen = fc.oneof({ weight: 4, arbitrary: fc.nat(100_000) }, fc.nat(2 ** 31), fc.integer({ min: 0, max: 10 ** 13 }));
const money: Record<"fen" | "yuan", fc.Arbitrary<{ draft: unknown; sent: number }>> = {
  fen: fen.chain((sent) => fc.constantFrom(sent, String(sent), BigInt(sent), `00${sent}`).map((draft) => ({ draft, sent }))),
  yuan: fen.chain((sent) => {
    const exact = yuanText(sent);
    const forms: unknown[] = [exact, Number(exact)];
    if (exact.endsWith("0")) forms.push(exact.slice(0, -1));
    if (exact.endsWith("00")) forms.push(exact.slice(0, -3), BigInt(exact.slice(0, -3)));
    return fc.constantFrom(...forms).map((draft) => ({ draft, sent }));
  }),
};

const FROM = Date.UTC(1900, 0);
const TO = Date.UTC(2100, 0);
const SUMMER_OF_1988 = Date.UTC(1988, 6, 1);

const pad = (number: number) => String(number).padStart(2, "0");
function rfc3339(milliseconds: number, offsetMinutes: number): string {
  const local = new Date(milliseconds + offsetMinutes * 60_000).toISOString().slice(0, 19);
  const sign = offsetMinutes < 0 ? "-" : "+";
  const minutes = Math.abs(offsetMinutes);
  return `${local}${sign}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
const punctuated = (digits: string) => `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
const punctuatedClock = (digits: string) => `${digits.slice(8, 10)}:${digits.slice(10, 12)}:${digits.slice(12)}`;

const instantBetween = (from: number, to: number) => fc.oneof({ weight: 3, arbitrary: fc.integer({ min: from, max: to }) }, fc.integer({ min: 0, max: 86_400_000 }).map((later) => Math.min(SUMMER_OF_1988 + later, to)));

const writtenSeconds = (instant: number): Pairs => {
  const sent = beijing(instant);
  const wallClock = `${punctuated(sent)} ${punctuatedClock(sent)}`;
  return fc
    .constantFrom(
      sent,
      wallClock,
      instant,
      new Date(instant),
      { toDate: () => new Date(instant) },
      rfc3339(instant, 0).replace("+00:00", "Z"),
      rfc3339(instant, 480),
      rfc3339(instant, -330),
      rfc3339(instant, 765).replace("+", ".999+"),
    )
    .map((draft) => ({ draft, sent }));
};
const writtenDay = (instant: number): Pairs => {
  const sent = beijing(instant).slice(0, 8);
  return fc.constantFrom(sent, punctuated(sent)).map((draft) => ({ draft, sent }));
};

const timeRange = fc
  .tuple(instantBetween(FROM, TO), fc.integer({ min: 1000, max: 10 ** 10 }), fc.boolean(), fc.constantFrom("both" as const, "start" as const, "end" as const, "OnAccept" as const))
  .chain(([start, length, days, which]) => {
    const written = days ? writtenDay : writtenSeconds;
    const absent = leftOut.map((draft) => ({ draft, sent: undefined }));
    const onAccept = fc.constant({ draft: "OnAccept", sent: "OnAccept" });
    const startTime = { both: written(start), start: written(start), end: absent, OnAccept: onAccept }[which];
    const endTime = { both: written(start + length), start: absent, end: written(start + length), OnAccept: writtenSeconds(start + length) }[which];
    return objectOf({
      start_time: startTime,
      end_time: endTime,
      start_time_remark: optional(asItIs(text(20))),
      end_time_remark: optional(asItIs(text(20))),
    });
  });

/** An object of such pairs; left out of the body when nothing is in it. */
function objectOf(fields: Record<string, Pairs>): Pairs {
  return fc.record(fields).map((pairs) => {
    const side = (name: keyof Pair) => Object.fromEntries(Object.entries(pairs).map(([key, pair]) => [key, pair[name]]));
    const sent = withoutUndefined(side("sent"));
    return { draft: side("draft"), sent: Object.keys(sent).length === 0 ? undefined : sent };
  });
}

const item = (index: number, amount: Pairs, fields: (amount: Pairs) => Record<string, Pairs>) =>
  objectOf({ name: asItIs(text(18).map((name) => `${name}${index}`)), ...fields(amount) });
const payment = (amount: Pairs) => ({ amount, description: optional(asItIs(text(30))), count: optional(asItIs(fc.integer({ min: 1, max: 100 })), fc.constantFrom(undefined, null)) });
const discount = (amount: Pairs) => ({ description: optional(asItIs(text(30))), amount, count: optional(asItIs(fc.integer({ min: 1, max: 100 })), fc.constantFrom(undefined, null)) });
const items = (length: number, amount: Pairs, fields: (amount: Pairs) => Record<string, Pairs>): fc.Arbitrary<Pair[]> =>
  fc.tuple(...Array.from({ length }, (_, index) => item(index, amount, fields)));

export const goodDraft = fc
  .tuple(fc.constantFrom("fen" as const, "yuan" as const), fc.constantFrom("direct" as const, "partner" as const), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 2 }))
  .chain(([amountUnit, mode, payments, discounts]) =>
    fc.record({
      amountUnit: fc.constant(amountUnit),
      mode: fc.constant(mode),
      outOrderNo: fc.string({ unit: fc.constantFrom(..."09AZaz_-|*"), minLength: 1, maxLength: 32 }),
      fromCreated: fc.boolean(),
      payments: items(payments, money[amountUnit], payment),
      discounts: discounts === 0 ? fc.constantFrom([], [], undefined) : items(discounts, money[amountUnit], discount),
      givesTotal: fc.boolean(),
      timeRange: fc.option(timeRange, { nil: undefined }),
      location: fc.option(objectOf({ start_location: optional(asItIs(text(20))), end_location: optional(asItIs(text(20))) }), { nil: undefined }),
      profitSharing: maybe(fc.boolean()),
      goodsTag: optional(asItIs(text(32))),
      device: fc.option(objectOf({ start_device_id: optional(asItIs(text(50))), end_device_id: optional(asItIs(text(50))), materiel_no: optional(asItIs(text(100))) }), { nil: undefined }),
    }),
  )
  .filter(({ payments, discounts }) => sumOf(payments) >= sumOf(discounts ?? []) && sumOf(payments) <= BigInt(Number.MAX_SAFE_INTEGER))
  .map((drawn) => {
    const total = Number(sumOf(drawn.payments) - sumOf(drawn.discounts ?? []));
    const names = drawn.mode === "direct" ? { appid: "wxd678efh567hg6787", service_id: SERVICE_ID } : { service_id: SERVICE_ID, sub_mchid: "1900000109" };
    const known = { out_order_no: drawn.outOrderNo, ...names };
    const sentOf = (list: readonly Pair[] | undefined) => (list !== undefined && list.length > 0 ? list.map(({ sent }) => sent) : undefined);
    const draft = {
      ...(drawn.fromCreated ? {} : known),
      goods_tag: drawn.goodsTag.draft,
      post_discounts: drawn.discounts?.map(({ draft }) => draft),
      post_payments: drawn.payments.map(({ draft }) => draft),
      ...(drawn.givesTotal && { total_amount: drawn.amountUnit === "yuan" ? yuanText(total) : total }),
      time_range: drawn.timeRange?.draft,
      location: drawn.location?.draft,
      profit_sharing: drawn.profitSharing,
      device: drawn.device?.draft,
    };
    const created = drawn.fromCreated ? { ...known, time_range: { end_time: "20091225" }, location: { start_location: "店" } } : undefined;
    return {
      draft,
      options: { now: null, mode: drawn.mode, amountUnit: drawn.amountUnit, ...(created && { created }) },
      path: `/v3/payscore/${drawn.mode === "partner" ? "partner/" : ""}serviceorder/${encodeURIComponent(drawn.outOrderNo)}/complete`,
      body: withoutUndefined({
        ...names,
        post_payments: sentOf(drawn.payments),
        post_discounts: sentOf(drawn.discounts),
        total_amount: total,
        time_range: drawn.timeRange?.sent,
        location: drawn.location?.sent,
        profit_sharing: drawn.profitSharing,
        goods_tag: drawn.goodsTag.sent,
        device: drawn.device?.sent,
      }),
    };
  });

function sumOf(list: readonly Pair[]): bigint {
  return list.reduce((sum, { sent }) => sum + BigInt((sent as { amount: number }).amount), 0n);
}
