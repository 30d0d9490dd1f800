import type * as payscore from "payscore";

/** How far Beijing's clocks are ahead, in milliseconds. It has no daylight saving here. */
const BEIJING = 8 * 3600 * 1000;

export const toPayscoreTime: typeof payscore.toPayscoreTime = (time, precision) => {
  if (precision !== undefined && precision !== null && precision !== "second" && precision !== "day") {
    throw new TypeError('payscore: precision 应为 "second" | "day" / precision must be "second" | "day"');
  }
  const digits = typeof time === "string" ? digitsOfText(time) : digitsAt(instantOf(time));
  return digits === null || precision !== "day" ? digits : digits.slice(0, 8);
};

export const parsePayscoreTime: typeof payscore.parsePayscoreTime = (time) => {
  const clock = typeof time === "string" ? clockOf(time) : null;
  return clock === null ? null : new Date(clock - BEIJING);
};

function digitsOfText(text: string): string | null {
  const isWallClock = /^\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d)?$/.test(text);
  const wire = isWallClock ? text.replace(/\D/g, "") : text;
  if (clockOf(wire) !== null) return wire;
  const [, day, time, sign, hours, minutes] = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(?:\.\d+)?(?:[Zz]|([+-])(\d\d):(\d\d))$/.exec(text) || [];
  const clock = day === undefined ? null : clockOf((day + time).replace(/\D/g, ""));
  if (clock === null || Number(hours) > 23 || Number(minutes) > 59) return null;
  const ahead = sign === undefined ? 0 : (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === "-" ? -1 : 1);
  return digitsAt(clock - ahead);
}

/** What a clock in Beijing shows then. */
function digitsAt(instant: number): string | null {
  const clock = new Date(Math.floor(Math.trunc(instant) / 1000) * 1000 + BEIJING);
  const [shown] = (isNaN(clock.getTime()) ? "" : clock.toISOString()).match(/^\d{4}-.{14}/) || [null];
  return shown && shown.replace(/\D/g, "");
}

/** 8 or 14 digits as milliseconds, as if the clock stood in Greenwich; null where there is no such day or hour. */
function clockOf(digits: string): number | null {
  if (!/^(\d{8}|\d{14})$/.test(digits)) return null;
  const iso = digits.padEnd(14, "0").replace(/^(....)(..)(..)(..)(..)(..)$/, "$1-$2-$3T$4:$5:$6.000Z");
  const clock = new Date(iso);
  // A date that does not exist is read as one that does.
  return !isNaN(clock.getTime()) && clock.toISOString() === iso ? clock.getTime() : null;
}

/** Of milliseconds, a Date of any realm, or an object with `toDate()`. */
function instantOf(time: unknown): number {
  if (typeof time === "number") return time;
  const { toDate } = (time || {}) as { toDate?: unknown };
  try {
    return Date.prototype.getTime.call(typeof toDate === "function" ? toDate.call(time) : time);
  } catch {
    return NaN;
  }
}
