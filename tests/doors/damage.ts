// Damages bytes as transport and editors do.

import { below, type Draws, pick } from "./draws.ts";

const SEQUENCES = [
  ...["80", "c0 80", "c1 bf", "e0 80 80", "e0 9f bf", "ed a0 80", "ed b0 80", "ed a0 bd ed b8 80", "f0 80 80 80", "f0 8f bf bf", "f4 90 80 80", "f5 80 80 80", "ff", "fe", "e9 a4", "f0 9f 98", "ef bb bf", "00", "c2 a0", "e2 80 a8"].map((hex) => Uint8Array.from(hex.split(" "), (byte) => parseInt(byte, 16))),
  ...["\n", "\r", "\r\n", "\\", '"', "\\u", "\\ud83d", "\\u12g4", "\\x", "{", "}", "[", "]", ",", ":", ",}", ",]", "'", "/**/", "NaN", "Infinity", "01", "1.", ".5", "1e", "+1", "-", "0x1", "undefined", "nul", "True", "\f", "\v", "\t", "\u0001"].map((text) => new TextEncoder().encode(text)),
];

type Damage = (bytes: Uint8Array, draws: Draws) => Uint8Array;

const damages: Damage[] = [
  (bytes, draws) => spliced(bytes, place(bytes, draws), 1, Uint8Array.of((bytes[place(bytes, draws)] ?? 0) ^ (1 << below(8, draws)))),
  (bytes, draws) => spliced(bytes, place(bytes, draws), 1, Uint8Array.of(below(256, draws))),
  (bytes, draws) => spliced(bytes, place(bytes, draws), 1 + below(3, draws), Uint8Array.of()),
  (bytes, draws) => spliced(bytes, place(bytes, draws), 0, pick(SEQUENCES, draws)),
  (bytes, draws) => spliced(bytes, place(bytes, draws), 1, pick(SEQUENCES, draws)),
  (bytes, draws) => bytes.subarray(0, place(bytes, draws)),
  (bytes, draws) => spliced(bytes, place(bytes, draws), 0, bytes.subarray(place(bytes, draws)).subarray(0, below(40, draws))),
];

export function damaged(bytes: Uint8Array, draws: Draws): Uint8Array {
  let result = bytes;
  for (let times = 1 + below(2, draws); times > 0; times--) result = pick(damages, draws)(result, draws);
  return result;
}

function place(bytes: Uint8Array, draws: Draws): number {
  return below(bytes.length + 1, draws);
}

function spliced(bytes: Uint8Array, at: number, gone: number, added: Uint8Array): Uint8Array {
  return Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at + gone)]);
}
