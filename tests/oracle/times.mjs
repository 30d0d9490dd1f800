// The forms of time that section 3 to 5 of the rules speak of. All are Beijing time: UTC+8, no daylight saving.

const BEIJING_OFFSET = 8 * 60 * 60 * 1000;

export const START_TIME = { matches: (text) => formOf(text) !== undefined, isDate: isTime };
export const END_TIME = { matches: (text) => formOf(text) > 0, isDate: isTime };

const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2}):(\d{2})(\.\d+)?(Z|[+-](\d{2}):(\d{2}))$/i;
export const RFC_3339_TIME = {
  matches: (text) => RFC_3339.test(text),
  isDate: (text) => {
    const [, year, month, day, hour, minute, second, , , offsetHour = 0, offsetMinute = 0] = RFC_3339.exec(text);
    return isDay(+year, +month, +day) && isTimeOfDay(+hour, +minute, +second) && offsetHour <= 23 && offsetMinute <= 59;
  },
};

/** 8 or 14 digits, or "OnAccept"; undefined for what is none of them. */
export function formOf(text) {
  if (/^[0-9]{8}$/.test(text)) return 8;
  if (/^[0-9]{14}$/.test(text)) return 14;
  if (text === "OnAccept") return "OnAccept";
  return undefined;
}

export function isTime(text) {
  if (text === "OnAccept") return true;
  const at = (from, to) => Number(text.slice(from, to));
  return isDay(at(0, 4), at(4, 6), at(6, 8)) && isTimeOfDay(at(8, 10), at(10, 12), at(12, 14));
}

function isDay(year, month, day) {
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1];
}

function isTimeOfDay(hour, minute, second) {
  return hour <= 23 && minute <= 59 && second <= 59;
}

/** An instant as 14 digits of Beijing time. */
export function beijing(epochMilliseconds) {
  return new Date(epochMilliseconds + BEIJING_OFFSET).toISOString().replace(/[-:T]/g, "").slice(0, 14);
}

/** Whether a time of 8 or 14 digits is later than an instant; a date alone: later than that day in Beijing. */
export function isLater(digits, epochMilliseconds) {
  return digits > beijing(epochMilliseconds).slice(0, digits.length);
}
