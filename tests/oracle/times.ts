// The forms of time that section 3 to 6 of the rules speak of. All are Beijing time: UTC+8, no daylight saving.

import type { Reading, Severity } from "./reading.ts";

export interface Form {
  matches: (text: string) => boolean;
  isDate: (text: string) => boolean;
  severity?: Severity;
}
export type TimeForm = 8 | 14 | "OnAccept";

const BEIJING_OFFSET = 8 * 60 * 60 * 1000;

export const START_TIME: Form = { matches: (text) => formOf(text) !== undefined, isDate: isTime };
export const END_TIME: Form = { matches: (text) => /^[0-9]+$/.test(text) && formOf(text) !== undefined, isDate: isTime };
export const FOURTEEN_DIGITS: Form = { matches: (text) => formOf(text) === 14, isDate: isTime };
export const EIGHT_DIGITS: Form = { matches: (text) => formOf(text) === 8, isDate: isTime };

const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2}):(\d{2})(\.\d+)?(Z|[+-](\d{2}):(\d{2}))$/i;
export const RFC_3339_TIME: Form = {
  matches: (text) => RFC_3339.test(text),
  isDate: (text) => {
    const [year, month, day, hour, minute, second] = RFC_3339.exec(text)!.slice(1, 7).map(Number) as [number, number, number, number, number, number];
    const [offsetHour = 0, offsetMinute = 0] = RFC_3339.exec(text)!.slice(9).map((part) => Number(part ?? 0));
    return isDay(year, month, day) && isTimeOfDay(hour, minute, second) && offsetHour <= 23 && offsetMinute <= 59;
  },
};

export function formOf(text: string): TimeForm | undefined {
  if (/^[0-9]{8}$/.test(text)) return 8;
  if (/^[0-9]{14}$/.test(text)) return 14;
  if (text === "OnAccept") return "OnAccept";
  return undefined;
}

export function isTime(text: string): boolean {
  if (text === "OnAccept") return true;
  const at = (from: number, to: number) => Number(text.slice(from, to));
  return isDay(at(0, 4), at(4, 6), at(6, 8)) && isTimeOfDay(at(8, 10), at(10, 12), at(12, 14));
}

function isDay(year: number, month: number, day: number): boolean {
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1]!;
}

function isTimeOfDay(hour: number, minute: number, second: number): boolean {
  return hour <= 23 && minute <= 59 && second <= 59;
}

/** An instant as 14 digits of Beijing time. */
export function beijing(epochMilliseconds: number): string {
  return new Date(epochMilliseconds + BEIJING_OFFSET).toISOString().replace(/[-:T]/g, "").slice(0, 14);
}

/** Whether a time of 8 or 14 digits is later than an instant; a date alone: later than that day in Beijing. */
export function isLater(digits: string, epochMilliseconds: number): boolean {
  return digits > beijing(epochMilliseconds).slice(0, digits.length);
}

/** Whether a time of 8 or 14 digits is earlier than an instant; a date alone: earlier than that day in Beijing. */
export function isEarlier(digits: string, epochMilliseconds: number): boolean {
  return digits < beijing(epochMilliseconds).slice(0, digits.length);
}

/** Rule 5.3 for two times: one form, and the end not before the start. */
export function misfit(start: string, end: string): "time_format_mismatch" | "end_not_after_start" | undefined {
  if (start === "OnAccept") return formOf(end) === 14 ? undefined : "time_format_mismatch";
  if (formOf(start) !== formOf(end)) return "time_format_mismatch";
  const isInOrder = formOf(start) === 14 ? start < end : start <= end;
  return isInOrder ? undefined : "end_not_after_start";
}

/** Rule 5.3 for the end that is sent, and a start. */
export function checkOrder(reading: Reading, start: string | undefined): void {
  const end = reading.soundText("time_range", "end_time");
  const code = start !== undefined && end !== undefined ? misfit(start, end) : undefined;
  if (code === "time_format_mismatch") reading.error(code, ["time_range", "end_time"]);
  if (code === "end_not_after_start") reading.error(code, ["time_range", "end_time"], { start, end });
}

export function checkFuture(reading: Reading, now: number | null, severityOfEnd: Severity): void {
  if (now === null) return;
  const start = reading.soundText("time_range", "start_time");
  const end = reading.soundText("time_range", "end_time");
  if (end !== undefined && isLater(end, now)) reading.report(severityOfEnd, "end_time_in_future", ["time_range", "end_time"]);
  if (start !== undefined && start !== "OnAccept" && isLater(start, now)) reading.warning("start_time_in_future", ["time_range", "start_time"]);
}
