// Values that fields are given: good ones, ones around a bound, and junk.

import fc from "fast-check";

export const SERVICE_ID = "2002000000000558128851361561536";
export const NOON = Date.UTC(2009, 11, 25, 4, 10, 10);

export const maybe = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(values, { nil: undefined });
export const onceIn = <T>(times: number, values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.oneof({ weight: times - 1, arbitrary: fc.constant(undefined) }, values);
export const often = <T>(value: T, others: fc.Arbitrary<T>): fc.Arbitrary<T> => fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, others);

const character = fc.constantFrom("餐", "费", "a", "Z", "9", "_", "|", "/", "é", "\uFFFD", "\uFFFF");
/** The first two are not among those that the rules name. */
const hiddenCharacter = fc.constantFrom("\u2065", "\u2800", " ", "\u3000", "\u00A0", "\u0085", "\t", "\n", "\u0000", "\u001F", "\u007F", "\u009F", "\u00AD", "\u200B", "\u200D", "\u200F", "\u2028", "\u202E", "\u2060", "\u2064", "\u2066", "\u2069", "\uFEFF");
const refusedCharacter = fc.constantFrom("😀", "𠮷", "\u{10000}", "\u{10FFFF}", "\uD83D", "\uDE00", "\uD800", "\uDFFF", "\uDE00\uD83D");
export const shortText = (maximum: number): fc.Arbitrary<string> => fc.array(character, { minLength: 1, maxLength: maximum }).map((characters) => characters.join(""));

/** Text around a bound: of every length near it, with now and then a character that nobody sees, or that no request may hold. */
export const textAround = (maximum: number): fc.Arbitrary<string> =>
  fc
    .record({
      length: fc.constantFrom(0, 1, 2, maximum - 1, maximum, maximum + 1, maximum * 2),
      filling: fc.oneof({ weight: 8, arbitrary: character }, hiddenCharacter, refusedCharacter),
      extra: fc.oneof({ weight: 6, arbitrary: fc.constant("") }, hiddenCharacter, refusedCharacter),
      at: fc.nat(maximum),
    })
    .map(({ length, filling, extra, at }) => {
      const text = filling.repeat(length);
      return text.slice(0, at) + extra + text.slice(at);
    });

export const orderNumber = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."09AZaz_-|*"), minLength: 1, maxLength: 33 }),
  textAround(32),
  fc.constantFrom("1234323JKHDFE1243252", "2009/1225", "1２3", "a.b", "a b", "~!'()", "|".repeat(11), `${"1".repeat(29)}|`, `${"1".repeat(31)}|`),
);

export const serviceId = fc.oneof(
  textAround(32),
  fc.constantFrom(SERVICE_ID, "500001", "2".repeat(30), "2".repeat(31), "2".repeat(32), `${"2".repeat(31)}２`, `${"2".repeat(30)}x`),
);

export const shortId = fc.oneof(textAround(32), fc.constantFrom("wxd678efh567hg6787", "wx1", "1900000109", "1230000109"));

export const amount = fc.oneof(
  { weight: 4, arbitrary: fc.nat(5000) },
  fc.maxSafeNat(),
  fc.constantFrom(-1, -0, 0, 1, 0.1, 14.9, 4e3, 1e21, 1e308, -1e308, 5e-324, NaN, Infinity, -Infinity, 2 ** 53 - 1, 2 ** 53, 2 ** 53 + 2, -(2 ** 53), 2 ** 31, 2 ** 32, 2 ** 63, 2 ** 64),
);

export const count = fc.oneof(fc.constantFrom(-1, -0, 0, 1, 2, 99, 100, 101, 1.5, 256, 65536, 2 ** 53, NaN, Infinity), fc.integer());

const digits = (value: number, width: number): string => String(value).padStart(width, "0");
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
export const nearNoon = fc.constantFrom("20091224", "20091225", "20091226", "20091225000000", "20091225091010", "20091225121009", "20091225121010", "20091225121011", "20091225121109", "20091225121110", "20091225121111", "20091225235959", "20091226000000");
export const aWeekOn = fc.constantFrom("20091231", "20100101", "20100102", "20100103");
export const time = fc.oneof(
  { weight: 4, arbitrary: nearNoon },
  { weight: 2, arbitrary: fc.tuple(date, fc.oneof(fc.constant(""), timeOfDay)).map((parts) => parts.join("")) },
  { weight: 2, arbitrary: fc.constant("OnAccept") },
  fc.constantFrom("onaccept", "OnAccept ", "20091225 ", " 20091225", "2009-12-25", "2009-12-25 09:10:10", "2009122512", "200912251210", "２００９１２２５", "2009122５", "20230229", "20240229", "19000229", "20000229", "+0091225", "20091225T00000"),
  textAround(14),
);

export const rfc3339 = fc.oneof(
  fc
    .tuple(date, timeOfDay, fc.constantFrom("", ".", ".5", ".123456789", `.${"1".repeat(38)}`, `.${"1".repeat(39)}`, `.${"1".repeat(40)}`), fc.constantFrom("Z", "+08:00", "-05:30", "-00:00", "+23:59", "+24:00", "+08:60", "", "+0800", "z"))
    .map(([day, clock, fraction, offset]) => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T${clock.slice(0, 2)}:${clock.slice(2, 4)}:${clock.slice(4)}${fraction}${offset}`),
  fc.constantFrom("2009-12-25T12:10:10+08:00", "2009-12-25 12:10:10+08:00", "2009-12-25T12:10+08:00", "20091225T121010Z", "2009-12-25t12:10:10z", "2009-12-25"),
  textAround(64),
);

/** Of a caller's own class: its fields are read. */
class Instance {
  name = "餐";
}
/** What would become of this one in JSON it says itself. */
class Money {
  amount = 1;
  toJSON() {
    return this.amount;
  }
}
export const junk: fc.Arbitrary<unknown> = fc.constantFrom<(() => unknown)[]>(
  () => undefined, () => null, () => "", () => " ", () => "4000", () => "0", () => "[]", () => "null",
  () => true, () => false, () => 0, () => -0, () => 1, () => 39.9, () => NaN, () => -Infinity, () => 2 ** 53,
  () => [], () => [null], () => [undefined], () => [[]], () => [{}], () => ["餐"], () => new Array(2), () => [{ name: "餐" }, null, 5],
  () => ({}), () => ({ name: "餐", amount: 1 }), () => ({ length: 2 }), () => ({ a: { b: { c: {} } } }), () => Object.create(null),
  () => 5n, () => Symbol("x"), () => () => 1, () => new Date(NOON), () => new Date(NaN), () => new Map([["name", "餐"]]), () => new Set([1]),
  () => new Instance(), () => new Money(), () => new Error("x"), () => Object.create({ name: "餐" }), () => new String("餐"), () => new Number(1), () => /x/, () => new Uint8Array(2),
).map((make) => make());

export const anyKey = fc.oneof(
  fc.constantFrom("totalAmount", "amout", "names", "out_trade_no", "foo", "", "0", "10", "9", "a~1b", "a/b", "~", "__proto__", "constructor", "toString", "hasOwnProperty", "length", "toJSON", "Name", "name ", "餐", "\uFFFF", "😀", "\uD83D", "\uDE00", "é", "\u0000"),
  fc.string({ maxLength: 3, unit: "binary" }),
);

export const identity = fc.record({
  out_order_no: often("1234323JKHDFE1243252", orderNumber),
  appid: often("wxd678efh567hg6787", shortId),
  service_id: often(SERVICE_ID, serviceId),
  sub_mchid: fc.constantFrom(undefined, undefined, "1900000109"),
});

export const openid = fc.oneof(textAround(128), fc.constantFrom("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o", "wx0123456789abcdef", "wx0123456789ABCDEF", "wx0123456789abcde", "wx0123456789abcdef0", "wx0123456789abcdeg"));

export const attach = fc.oneof(textAround(256), fc.constantFrom("", "a=1&b=2", "%E9%A4%90", "%e9", "100%", "%zz", "a b", "餐", "%4"));

/** Addresses, good, doubtful and none at all. */
export const notifyUrl = (maximum: number): fc.Arbitrary<string> =>
  fc.oneof(
    textAround(maximum),
    fc.constantFrom(0, 1).map((more) => `https://a.com/${"x".repeat(maximum - 14 + more)}`),
    fc.constantFrom("https://api.test.com", "http://a", "HTTPS://A.com/x?y#z", "https://a.com/x#z?y", "//api.test.com", "ftp://a.com", "https://", "https:///x", "https://?", "http:/a", "https://a b", "https://a.com/a b", " https://a.com", "https://餐.com/餐", "javascript:alert(1)", "mailto:a@b"),
    fc.constantFrom("https://localhost/x", "https://localhost:8080", "https://127.0.0.1/x", "https://10.1.2.3", "https://172.15.0.1", "https://172.16.0.1", "https://172.31.0.1", "https://172.32.0.1", "https://192.168.1.1:443/x", "https://192.169.1.1", "https://printer.local/x", "https://local.com", "https://11.0.0.1", "https://user@10.0.0.1/x"),
  );

/** An amount as it comes back: now and then as text. */
export const amountReturned = fc.oneof(
  { weight: 3, arbitrary: amount },
  fc.nat(5000).map(String),
  fc.constantFrom("", "0", "-1", "+1", "007", "40.00", "1e3", " 1", "1 ", "１", "39元", "9007199254740991", "9007199254740992", "99999999999999999999999", "9".repeat(400)),
);
