// Orders that are mostly good, and what may be done to them.

import fc from "fast-check";

const SERVICE_ID = "2002000000000558128851361561536";
const NOON = Date.UTC(2009, 11, 25, 4, 10, 10);

const maybe = (values) => fc.option(values, { nil: undefined });
const often = (value, others) => fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, others);

const character = fc.constantFrom("餐", "费", "a", "Z", "9", "_", " ", "|", "/", "é", "\u0000", "\uFFFD", "\uFFFF");
const refusedCharacter = fc.constantFrom("😀", "𠮷", "\u{10000}", "\u{10FFFF}", "\uD83D", "\uDE00", "\uD800", "\uDFFF", "\uDE00\uD83D");
const shortText = (maximum) => fc.array(character, { minLength: 1, maxLength: maximum }).map((characters) => characters.join(""));

/** Text around a bound: of every length near it, with now and then a character that no completion may hold. */
const textAround = (maximum) =>
  fc
    .record({
      length: fc.constantFrom(0, 1, 2, maximum - 1, maximum, maximum + 1, maximum * 2),
      filling: fc.oneof({ weight: 4, arbitrary: character }, refusedCharacter),
      extra: fc.oneof({ weight: 4, arbitrary: fc.constant("") }, refusedCharacter),
      at: fc.nat(maximum),
    })
    .map(({ length, filling, extra, at }) => {
      const text = filling.repeat(length);
      return text.slice(0, at) + extra + text.slice(at);
    });

const orderNumber = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."09AZaz_-|*"), minLength: 1, maxLength: 33 }),
  textAround(32),
  fc.constantFrom("1234323JKHDFE1243252", "2009/1225", "1２3", "a.b", "a b", "~!'()", "|".repeat(11), `${"1".repeat(29)}|`, `${"1".repeat(31)}|`),
);

const serviceId = fc.oneof(
  textAround(32),
  fc.constantFrom(SERVICE_ID, "500001", "2".repeat(30), "2".repeat(31), "2".repeat(32), `${"2".repeat(31)}２`, `${"2".repeat(30)}x`),
);

const shortId = fc.oneof(textAround(32), fc.constantFrom("wxd678efh567hg6787", "wx1", "1900000109", "1230000109"));

const amount = fc.oneof(
  { weight: 4, arbitrary: fc.nat(5000) },
  fc.maxSafeNat(),
  fc.constantFrom(-1, -0, 0, 1, 0.1, 14.9, 4e3, 1e21, 1e308, -1e308, 5e-324, NaN, Infinity, -Infinity, 2 ** 53 - 1, 2 ** 53, 2 ** 53 + 2, -(2 ** 53), 2 ** 31, 2 ** 32, 2 ** 63, 2 ** 64),
);

const count = fc.oneof(fc.constantFrom(-1, -0, 0, 1, 2, 99, 100, 101, 1.5, 256, 65536, 2 ** 53, NaN, Infinity), fc.integer());

const digits = (value, width) => String(value).padStart(width, "0");
const date = fc
  .tuple(
    fc.oneof(fc.constantFrom(0, 1, 99, 1900, 1988, 2000, 2009, 2023, 2024, 2100, 9999), fc.integer({ min: 0, max: 9999 })),
    fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1, max: 12 }) }, fc.constantFrom(0, 2, 13, 99)),
    fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1, max: 28 }) }, fc.constantFrom(0, 28, 29, 30, 31, 32, 99)),
  )
  .map(([year, month, day]) => digits(year, 4) + digits(month, 2) + digits(day, 2));
const timeOfDay = fc
  .tuple(
    fc.oneof({ weight: 5, arbitrary: fc.nat(23) }, fc.constantFrom(0, 24, 99)),
    fc.oneof({ weight: 5, arbitrary: fc.nat(59) }, fc.constantFrom(60, 99)),
    fc.oneof({ weight: 5, arbitrary: fc.nat(59) }, fc.constantFrom(60, 61, 99)),
  )
  .map((parts) => parts.map((part) => digits(part, 2)).join(""));
const nearNoon = fc.constantFrom("20091224", "20091225", "20091226", "20091225091010", "20091225121009", "20091225121010", "20091225121011", "20091225235959", "20091226000000");
const time = fc.oneof(
  { weight: 4, arbitrary: nearNoon },
  { weight: 2, arbitrary: fc.tuple(date, fc.oneof(fc.constant(""), timeOfDay)).map((parts) => parts.join("")) },
  { weight: 2, arbitrary: fc.constant("OnAccept") },
  fc.constantFrom("onaccept", "OnAccept ", "20091225 ", " 20091225", "2009-12-25", "2009-12-25 09:10:10", "2009122512", "200912251210", "２００９１２２５", "2009122５", "20230229", "20240229", "19000229", "20000229", "+0091225", "20091225T00000"),
  textAround(14),
);

const rfc3339 = fc.oneof(
  fc
    .tuple(date, timeOfDay, fc.constantFrom("", ".", ".5", ".123456789", `.${"1".repeat(38)}`, `.${"1".repeat(39)}`, `.${"1".repeat(40)}`), fc.constantFrom("Z", "+08:00", "-05:30", "-00:00", "+23:59", "+24:00", "+08:60", "", "+0800", "z"))
    .map(([day, clock, fraction, offset]) => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T${clock.slice(0, 2)}:${clock.slice(2, 4)}:${clock.slice(4)}${fraction}${offset}`),
  fc.constantFrom("2009-12-25T12:10:10+08:00", "2009-12-25 12:10:10+08:00", "2009-12-25T12:10+08:00", "20091225T121010Z", "2009-12-25t12:10:10z", "2009-12-25"),
  textAround(64),
);

class Instance {
  name = "餐";
}
const junk = fc.constantFrom(
  () => undefined, () => null, () => "", () => " ", () => "4000", () => "0", () => "[]", () => "null",
  () => true, () => false, () => 0, () => -0, () => 1, () => 39.9, () => NaN, () => -Infinity, () => 2 ** 53,
  () => [], () => [null], () => [undefined], () => [[]], () => [{}], () => ["餐"], () => new Array(2), () => [{ name: "餐" }, null, 5],
  () => ({}), () => ({ name: "餐", amount: 1 }), () => ({ length: 2 }), () => ({ a: { b: { c: {} } } }), () => Object.create(null),
  () => 5n, () => Symbol("x"), () => () => 1, () => new Date(NOON), () => new Date(NaN), () => new Map([["name", "餐"]]), () => new Set([1]),
  () => new Instance(), () => Object.create({ name: "餐" }), () => new String("餐"), () => new Number(1), () => /x/, () => new Uint8Array(2),
).map((make) => make());

const anyKey = fc.oneof(
  fc.constantFrom("totalAmount", "amout", "names", "out_trade_no", "foo", "", "0", "10", "9", "a~1b", "a/b", "~", "__proto__", "constructor", "toString", "hasOwnProperty", "length", "toJSON", "Name", "name ", "餐", "\uFFFF", "😀", "\uD83D", "\uDE00", "é", "\u0000"),
  fc.string({ maxLength: 3, unit: "binary" }),
);

const payment = fc.record({ name: shortText(20), amount: maybe(fc.nat(5000)), description: maybe(shortText(20)), count: maybe(fc.integer({ min: 1, max: 100 })) });
const discount = fc.record({ name: shortText(20), description: maybe(shortText(20)), amount: maybe(fc.nat(300)), count: maybe(fc.integer({ min: 1, max: 100 })) });

const identity = fc.record({
  out_order_no: often("1234323JKHDFE1243252", orderNumber),
  appid: often("wxd678efh567hg6787", shortId),
  service_id: often(SERVICE_ID, serviceId),
  sub_mchid: fc.constantFrom(undefined, undefined, "1900000109"),
});

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
  .map(({ who, ...rest }) => {
    const sum = (items) => (items ?? []).reduce((total, { amount = 0 }) => total + amount, 0);
    const total = sum(rest.post_payments) - sum(rest.post_discounts);
    return withoutUndefined({ ...who, ...rest, total_amount: Math.max(total, 0) });
  });

const completionFields = {
  out_order_no: orderNumber,
  appid: shortId,
  service_id: serviceId,
  sub_mchid: shortId,
  post_payments: fc.oneof(fc.constant([]), fc.array(payment, { maxLength: 3 })),
  "post_payments/*": fc.oneof(payment, fc.constant({})),
  "post_payments/*/name": fc.oneof(fc.constantFrom("商品信息", "餐", "费"), textAround(20)),
  "post_payments/*/amount": amount,
  "post_payments/*/description": textAround(30),
  "post_payments/*/count": count,
  post_discounts: fc.oneof(fc.constant([]), fc.array(discount, { maxLength: 3 })),
  "post_discounts/*": fc.oneof(discount, fc.constant({})),
  "post_discounts/*/name": fc.oneof(fc.constantFrom("商品信息", "餐", "费"), textAround(20)),
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

const createdFields = {
  out_order_no: orderNumber,
  appid: shortId,
  service_id: serviceId,
  sub_mchid: shortId,
  state: fc.constantFrom("CREATED", "DOING", "DONE", "REVOKED", "EXPIRED", "PAUSED", "doing"),
  state_description: fc.constantFrom("USER_CONFIRM", "MCH_COMPLETE", "SOMETHING_NEW"),
  risk_fund: fc.constant({}),
  "risk_fund/name": fc.constantFrom("DEPOSIT", "ADVANCE", "CASH_DEPOSIT", "ESTIMATE_ORDER_COST", "OTHER"),
  "risk_fund/amount": fc.oneof(amount, amount.map(String), fc.constantFrom("0", "007", "9007199254740991", "9007199254740992", "99999999999999999999999")),
  time_range: fc.constant({}),
  "time_range/start_time": time,
  "time_range/end_time": time,
  location: fc.constant({}),
  "location/start_location": textAround(20),
};

const newValue = (values) => fc.oneof({ weight: 5, arbitrary: values }, { weight: 2, arbitrary: junk }, fc.constant(undefined));
const changesOf = (fields) =>
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc.oneof(
        ...Object.entries(fields).map(([place, values]) => fc.record({ change: fc.constant("set"), place: fc.constant(place), index: fc.nat(4), value: newValue(values) })),
      ),
    },
    fc.record({
      change: fc.constant("set"),
      place: fc.tuple(fc.constantFrom("", "post_payments/*/", "post_discounts/*/", "time_range/", "location/", "device/"), anyKey),
      index: fc.nat(4),
      value: newValue(fc.constant(1)),
    }),
    fc.record({ change: fc.constant("repeat"), place: fc.constantFrom("post_payments", "post_discounts"), index: fc.nat(4), times: fc.oneof({ weight: 10, arbitrary: fc.constantFrom(1, 2) }, fc.constantFrom(30, 31, 100)) }),
    fc.record({ change: fc.constant("misspell"), index: fc.nat(20), suffix: fc.constantFrom("s", "", "_", "X") }),
    fc.record({ change: fc.constant("nest"), place: fc.constantFrom("post_payments", "time_range", "foo"), index: fc.nat(4) }),
  );

const completionChanges = fc.array(changesOf(completionFields), { maxLength: 6 });

function withChanges(order, changes) {
  const changed = structuredClone(order);
  for (const change of changes) apply(change, changed);
  return changed;
}

function apply({ change, place, index, value, times, suffix }, order) {
  if (change === "set") set(order, Array.isArray(place) ? [...place[0].split("/").filter(Boolean), place[1]] : place.split("/"), index, value);
  if (change === "repeat" && Array.isArray(order[place])) {
    const item = order[place][index % order[place].length];
    if (item !== undefined) order[place].push(...Array.from({ length: times }, () => item));
  }
  if (change === "misspell") {
    const names = Object.keys(order);
    const name = names[index % names.length];
    define(order, name + suffix, order[name]);
    if (suffix !== "") delete order[name];
  }
  if (change === "nest") set(order, [place], index, index % 2 ? order : [order]);
}

function set(order, keys, index, value) {
  let holder = order;
  for (const key of keys.slice(0, -1)) {
    const name = key === "*" ? index % (holder.length || 1) : key;
    if (holder[name] === undefined && key !== "*") holder[name] = {};
    holder = holder[name];
    if (typeof holder !== "object" || holder === null) return;
  }
  const last = keys.at(-1) === "*" ? index : keys.at(-1);
  if (keys.at(-1) === "*" && !Array.isArray(holder)) return;
  define(holder, last, value);
}

function define(holder, key, value) {
  if (!Object.isExtensible(holder) || ArrayBuffer.isView(holder)) return;
  if (Array.isArray(holder) && key === "length") return;
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

function withoutUndefined(value) {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined).map(([key, part]) => [key, withoutUndefined(part)]));
}

const createdChanges = fc.array(changesOf(createdFields), { maxLength: 5 });
const createdBase = fc.record({
  who: identity,
  state: fc.constantFrom("DOING", "DOING", "DOING", "CREATED", "DONE"),
  state_description: fc.constantFrom(undefined, "USER_CONFIRM", "MCH_COMPLETE", ""),
  risk_fund: maybe(fc.record({ name: fc.constantFrom("DEPOSIT", "ADVANCE", "CASH_DEPOSIT", "ESTIMATE_ORDER_COST"), amount: fc.nat(20000) })),
  time_range: maybe(fc.record({ start_time: maybe(nearNoon), end_time: maybe(nearNoon) })),
  location: maybe(fc.record({ start_location: maybe(shortText(20)) })),
});
const created = fc.tuple(createdBase, createdChanges).map(([{ who, ...rest }, changes]) => withChanges(withoutUndefined({ ...who, ...rest }), changes));

const now = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -1500, max: 1500 }).map((offset) => NOON + offset),
  fc.constantFrom(Date.UTC(2009, 11, 25, 15, 59, 59, 999), Date.UTC(2009, 11, 25, 16), Date.UTC(1988, 6, 1), 0, Date.UTC(2400, 0)),
);

/** An order and options of every kind. */
export const completionCase = fc
  .record({
    base: baseOrder,
    changes: completionChanges,
    whole: fc.oneof({ weight: 50, arbitrary: fc.constant(undefined) }, junk),
    kind: fc.constantFrom(undefined, "completion", "completionBody"),
    mode: fc.constantFrom(undefined, undefined, "direct", "partner"),
    created: fc.option(created, { freq: 2, nil: undefined }),
    previousChanges: fc.option(fc.array(changesOf(completionFields), { maxLength: 2 }), { nil: undefined, freq: 2 }),
    serviceRiskLimit: fc.constantFrom(undefined, undefined, 0, 3000, Number.MAX_SAFE_INTEGER),
    now,
  })
  .map(({ base, changes, whole, previousChanges, ...options }) => {
    const body = { ...base };
    delete body.out_order_no;
    if (base.sub_mchid !== undefined) delete body.appid;
    return {
      order: whole ?? withChanges(options.kind === "completionBody" ? body : base, changes),
      options: given({ ...options, previous: previousChanges && asSent(withChanges(body, [...changes, ...previousChanges])) }),
    };
  });

/** What JSON carries of it. */
function asSent(body) {
  try {
    return JSON.parse(JSON.stringify(body, (_, value) => (typeof value === "bigint" ? undefined : value)));
  } catch {
    return undefined;
  }
}

function given(options) {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
