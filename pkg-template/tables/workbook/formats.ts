/** How a number format displays a number, as far as it changes what the cell means. */
export type NumberFormat = { shows: "day" } | { shows: "time" } | { shows: "zeros"; width: number } | undefined;

/** The built-in date formats, which Excel identifies by number only, including the Chinese ones. */
const days = new Set([14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const times = new Set([18, 19, 20, 21, 22, 32, 33, 34, 35, 45, 46, 47, 55, 56]);

export function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return days.has(id) ? { shows: "day" } : times.has(id) ? { shows: "time" } : undefined;
  if (/^0{2,}$/.test(code)) return { shows: "zeros", width: code.length };
  // If there are several sections, the first is for positive numbers.
  const marks = code
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .split(";", 1)[0]!
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "")
    .toLowerCase();
  if (marks.includes("general")) return undefined;
  if (/[hs]/.test(marks)) return { shows: "time" };
  return /[yd]|m/.test(marks) ? { shows: "day" } : undefined;
}

/** The digits that Excel shows of a number: a sum of 59.7 may be stored as 59.699999999999996. */
const DIGITS = 15;
/** From here on, integers have lost digits. */
const TOO_LONG = 1e15;

/** A number as Excel means it; `written` is what is in the file. */
export function numberText(written: string, format: NumberFormat, is1904: boolean): string {
  const number = Number(written);
  if (written.trim() === "" || !Number.isFinite(number)) return written;
  if (format?.shows === "day" || format?.shows === "time") return timeText(number, format.shows === "time", is1904) ?? plain(number);
  const text = plain(number);
  return format?.shows === "zeros" && /^\d+$/.test(text) ? text.padStart(format.width, "0") : text;
}

function plain(number: number) {
  const rounded = Number(number.toPrecision(DIGITS));
  if (Math.abs(rounded) < TOO_LONG) return rounded.toString().includes("e") ? rounded.toFixed(DIGITS).replace(/0+$/, "") : String(rounded);
  // In Excel's own notation, which makes it plain that the last digits are gone.
  return rounded.toExponential().replace("e", "E");
}

const DAY = 86_400_000;
const SECOND = 1000;
const EPOCH_OF_1900 = Date.UTC(1899, 11, 30);
const EPOCH_OF_1904 = Date.UTC(1904, 0, 1);
/** The last day of the year 9999. */
const LAST = 2_958_466;
/** Excel has a February 29, 1900, which did not exist, so earlier days are one off. */
const FIRST_SOUND = 61;

/** A day counted from Excel's epoch, as a time for a draft; undefined if it is not a date. */
function timeText(days: number, showsTime: boolean, is1904: boolean): string | undefined {
  if (days < 0 || days >= LAST) return undefined;
  const day = !is1904 && days < FIRST_SOUND ? days + 1 : days;
  const instant = new Date((is1904 ? EPOCH_OF_1904 : EPOCH_OF_1900) + Math.round((day * DAY) / SECOND) * SECOND);
  const [date, time] = instant.toISOString().slice(0, 19).split("T") as [string, string];
  // A time of day without a date has no day.
  if (days < 1) return time;
  return showsTime || time !== "00:00:00" ? `${date} ${time}` : date;
}
