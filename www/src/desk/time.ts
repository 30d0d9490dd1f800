import { parsePayscoreTime, toPayscoreTime } from "payscore";

export type Precision = "second" | "day" | "accept" | "text";

/** How a field shows a time: with a picker where the wire form is a time at all, else as the text it is. */
export function precisionOf(wire: string): Precision | undefined {
  if (wire === "") return undefined;
  if (wire === "OnAccept") return "accept";
  if (parsePayscoreTime(wire) === null) return "text";
  return wire.length === 8 ? "day" : "second";
}

/** The wire form as a native date or date-and-time input takes it: Beijing's wall clock, no zone anywhere. */
export function toWallClock(wire: string, precision: Precision) {
  const part = (from: number, to: number) => wire.slice(from, to).padEnd(to - from, "0");
  const day = `${part(0, 4)}-${part(4, 6)}-${part(6, 8)}`;
  return precision === "day" ? day : `${day}T${part(8, 10)}:${part(10, 12)}:${part(12, 14)}`;
}

/** What such an input gives, as the wire form; it leaves out seconds that are zero. */
export function fromWallClock(wallClock: string, precision: Precision) {
  const text = wallClock.replace("T", " ");
  const complete = text.length === 16 ? `${text}:00` : text;
  return toPayscoreTime(complete, precision === "day" ? "day" : "second") ?? "";
}

/** The same time in another precision. */
export function inPrecision(wire: string, precision: Precision) {
  if (precision === "accept") return "OnAccept";
  if (precision === "text" || parsePayscoreTime(wire) === null) return "";
  return fromWallClock(toWallClock(wire, precision), precision);
}

export const nowInBeijing = (precision: Precision) => toPayscoreTime(new Date(), precision === "day" ? "day" : "second") ?? "";
