// Completions and bodies that are mostly good, with options of every kind.

import fc from "fast-check";
import { changed, changesTo, type Document, type Places, withoutUndefined } from "./changes.ts";
import { INDUSTRIES, ITEM_NAMES } from "./industry.ts";
import type { Options } from "./oracle.ts";
import { createdOrder } from "./service-orders.ts";
import { amount, count, identity, junk, maybe, nearNoon, NOON, orderNumber, rfc3339, serviceId, shortId, shortText, textAround, time } from "./values.ts";

const itemName = fc.oneof({ weight: 3, arbitrary: shortText(20) }, fc.constantFrom(...ITEM_NAMES));
const payment = fc.record({ name: itemName, amount: maybe(fc.nat(5000)), description: maybe(shortText(20)), count: maybe(fc.integer({ min: 1, max: 100 })) });
const discount = fc.record({ name: shortText(20), description: maybe(shortText(20)), amount: maybe(fc.nat(300)), count: maybe(fc.integer({ min: 1, max: 100 })) });

const baseOrder = fc
  .record({
    who: identity,
    post_payments: fc.array(payment, { minLength: 1, maxLength: 4 }),
    post_discounts: maybe(fc.array(discount, { maxLength: 3 })),
    time_range: maybe(fc.record({ start_time: maybe(nearNoon), end_time: maybe(nearNoon), start_time_remark: maybe(shortText(20)), end_time_remark: maybe(shortText(20)) })),
    location: maybe(fc.record({ start_location: maybe(shortText(20)), end_location: maybe(shortText(20)) })),
    profit_sharing: maybe(fc.boolean()),
    goods_tag: maybe(shortText(32)),
    device: maybe(fc.record({ start_device_id: maybe(shortText(50)), end_device_id: maybe(shortText(50)), materiel_no: maybe(shortText(100)) })),
    complete_time: maybe(fc.constant("2009-12-25T12:10:10+08:00")),
  })
  .map(({ who, ...rest }): Document => {
    const sum = (items: { amount?: number | undefined }[] | undefined) => (items ?? []).reduce((total, { amount = 0 }) => total + amount, 0);
    const total = sum(rest.post_payments) - sum(rest.post_discounts);
    return withoutUndefined({ ...who, ...rest, total_amount: Math.max(total, 0) });
  });

const name = fc.oneof(fc.constantFrom("商品信息", "餐", "费"), fc.constantFrom(...ITEM_NAMES), textAround(20));
const places: Places = {
  out_order_no: orderNumber,
  appid: shortId,
  service_id: serviceId,
  sub_mchid: shortId,
  post_payments: fc.oneof(fc.constant([]), fc.array(payment, { maxLength: 3 })),
  "post_payments/*": fc.oneof(payment, fc.constant({})),
  "post_payments/*/name": name,
  "post_payments/*/amount": amount,
  "post_payments/*/description": textAround(30),
  "post_payments/*/count": count,
  post_discounts: fc.oneof(fc.constant([]), fc.array(discount, { maxLength: 3 })),
  "post_discounts/*": fc.oneof(discount, fc.constant({})),
  "post_discounts/*/name": name,
  "post_discounts/*/description": textAround(30),
  "post_discounts/*/amount": amount,
  "post_discounts/*/count": count,
  total_amount: amount,
  time_range: fc.constant({}),
  "time_range/start_time": time,
  "time_range/end_time": time,
  "time_range/start_time_remark": textAround(20),
  "time_range/end_time_remark": textAround(20),
  location: fc.constant({}),
  "location/start_location": textAround(20),
  "location/end_location": textAround(20),
  profit_sharing: fc.boolean(),
  goods_tag: textAround(32),
  device: fc.constant({}),
  "device/start_device_id": textAround(50),
  "device/end_device_id": textAround(50),
  "device/materiel_no": textAround(100),
  complete_time: rfc3339,
};

const now = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -1500, max: 1500 }).map((offset) => NOON + offset),
  fc.constantFrom(Date.UTC(2009, 11, 25, 15, 59, 59, 999), Date.UTC(2009, 11, 25, 16), Date.UTC(1988, 6, 1), 0, Date.UTC(2400, 0)),
);

export interface Case {
  order: unknown;
  options: Options;
}

export const completionCase: fc.Arbitrary<Case> = fc
  .record({
    base: baseOrder,
    changes: changesTo(places, 6),
    whole: fc.oneof({ weight: 50, arbitrary: fc.constant(undefined) }, junk),
    kind: fc.constantFrom(undefined, "completion" as const, "completionBody" as const),
    mode: fc.constantFrom(undefined, undefined, "direct" as const, "partner" as const),
    created: fc.option(createdOrder, { freq: 2, nil: undefined }),
    changesBefore: fc.option(changesTo(places, 2), { nil: undefined, freq: 2 }),
    serviceRiskLimit: fc.constantFrom(undefined, undefined, 0, 3000, Number.MAX_SAFE_INTEGER),
    industry: fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, fc.constantFrom(...INDUSTRIES, null)),
    now,
  })
  .map(({ base, changes, whole, changesBefore, ...options }) => {
    const { out_order_no, ...body } = base;
    if (base.sub_mchid !== undefined) delete body.appid;
    return {
      order: whole ?? changed(options.kind === "completionBody" ? body : base, changes),
      options: given({ ...options, previous: changesBefore && asSent(changed(body, [...changes, ...changesBefore])) }),
    };
  });

/** What JSON carries of it. */
function asSent(body: Document): unknown {
  try {
    return JSON.parse(JSON.stringify(body, (_, value) => (typeof value === "bigint" ? undefined : value)));
  } catch {
    return undefined;
  }
}

function given<T extends object>(options: T): T {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T;
}
