import type * as payscore from "payscore";

export const yuanToFen: typeof payscore.yuanToFen = (yuan) => {
  // The text of a number is its shortest decimal: 4.35 is 435 fen, though 4.35 × 100 is not 435.
  const [, yuanDigits, cents = ""] = /^(-?\d+)(?:\.(\d{1,2}))?$/.exec(decimal(yuan)) || [];
  return yuanDigits === undefined ? null : exact(Number(yuanDigits + cents.padEnd(2, "0")));
};

export const fenToYuan: typeof payscore.fenToYuan = (fen) => {
  const count = /^-?\d+$/.test(decimal(fen)) ? exact(Number(fen)) : null;
  if (count === null) return null;
  const cents = Math.abs(count) % 100;
  const yuan = (Math.abs(count) - cents) / 100;
  return `${count < 0 ? "-" : ""}${yuan}.${String(cents).padStart(2, "0")}`;
};

const decimal = (amount: unknown): string => (["number", "string", "bigint"].includes(typeof amount) ? String(amount) : "");

const exact = (fen: number): number | null => (Number.isSafeInteger(fen) ? fen : null);
