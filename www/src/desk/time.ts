import { parsePayscoreTime, toPayscoreTime } from "payscore";

export type Precision = "second" | "day" | "accept" | "text";

/** How a field shows a time: as a wall clock where the wire form is a time at all, else as the text it is. */
export function precisionOf(wire: string): Precision | undefined {
  if (wire === "") return undefined;
  if (wire === "OnAccept") return "accept";
  if (parsePayscoreTime(wire) === null) return "text";
  return wire.length === 8 ? "day" : "second";
}

/** The wire form as people read it: Beijing's wall clock, no zone anywhere. What is no time stays as it is. */
export function toWallClock(wire: string) {
  if (parsePayscoreTime(wire) === null) return wire;
  const [, year, month, day, hour, minute, second] = /^(....)(..)(..)(..)?(..)?(..)?$/.exec(wire)!;
  return `${year}-${month}-${day}${hour ? ` ${hour}:${minute}:${second}` : ""}`;
}

/** What a person types as the wire form; what is no time stays as typed, for the package to say so. */
export const fromWallClock = (text: string) => toPayscoreTime(text, "second") ?? text;

/** The same time in another precision. */
export function inPrecision(wire: string, precision: Precision) {
  if (precision === "accept") return "OnAccept";
  if (precision === "text" || parsePayscoreTime(wire) === null) return "";
  return precision === "day" ? wire.slice(0, 8) : wire.padEnd(14, "0");
}

export const nowInBeijing = (precision: Precision) => toPayscoreTime(new Date(), precision === "day" ? "day" : "second") ?? "";
