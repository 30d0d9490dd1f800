import type * as payscore from "payscore";

/** Beijing's offset from UTC, in milliseconds. Daylight saving does not matter here. */
const BEIJING = 8 * 3600 * 1000;

export const toPayscoreTime: typeof payscore.toPayscoreTime = (time, precision) => {
  if (precision !== undefined && precision !== null && precision !== "second" && precision !== "day") {
    throw new TypeError('payscore: 选项 precision 应为 "second" | "day"');
  }
  const digits = typeof time === "string" ? digitsOfText(time) : digitsAt(instantOf(time));
  return digits === null || precision !== "day" ? digits : digits.slice(0, 8);
};

export const parsePayscoreTime: typeof payscore.parsePayscoreTime = (time) => {
  const clock = typeof time === "string" ? clockOf(time) : null;
  return clock === null ? null : new Date(clock - BEIJING);
};

function digitsOfText(text: string): string | null {
  if (clockOf(text) !== null) return text;
  const [, day, time = "", offset] = WRITTEN.exec(text) || [];
  if (day === undefined) return null;
  const written = (day + time).replace(/\..*/, "").replace(/\D/g, "");
  const digits = written.length === 12 ? written + "00" : written;
  const clock = clockOf(digits);
  if (clock === null || offset === undefined) return clock === null ? null : digits;
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(offset) || [];
  if (Number(hours) > 23 || Number(minutes) > 59) return null;
  const ahead = sign === undefined ? 0 : (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === "-" ? -1 : 1);
  return digitsAt(clock - ahead);
}

/** A Beijing time, or an instant if an offset follows. */
const WRITTEN = /^(\d{4}(?:-\d\d-\d\d|\/\d\d\/\d\d))(?:[ Tt](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)([Zz]|[+-]\d\d:?\d\d)?)?$/;

/** The range of instants accepted; any other is not a time of a service. */
const [EARLIEST, LATEST] = [Date.UTC(2000, 0), Date.UTC(2100, 0)];

/** The Beijing time of an instant. */
function digitsAt(instant: number): string | null {
  if (!(instant >= EARLIEST && instant <= LATEST)) return null;
  return new Date(Math.floor(instant / 1000) * 1000 + BEIJING).toISOString().slice(0, 19).replace(/\D/g, "");
}

/** 8 or 14 digits as milliseconds, read as UTC; null if there is no such date or time. */
function clockOf(digits: string): number | null {
  if (!/^(\d{8}|\d{14})$/.test(digits)) return null;
  const iso = digits.padEnd(14, "0").replace(/^(....)(..)(..)(..)(..)(..)$/, "$1-$2-$3T$4:$5:$6.000Z");
  const clock = new Date(iso);
  // JavaScript reads a date that does not exist as another one.
  return !isNaN(clock.getTime()) && clock.toISOString() === iso ? clock.getTime() : null;
}

/** The instant of milliseconds, a Date of any realm, or an object with `toDate()`. */
function instantOf(time: unknown): number {
  if (typeof time === "number") return time;
  const { toDate } = (time || {}) as { toDate?: unknown };
  try {
    return Date.prototype.getTime.call(typeof toDate === "function" ? toDate.call(time) : time);
  } catch {
    return NaN;
  }
}
