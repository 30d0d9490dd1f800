import { fenToYuan } from "payscore";
import { words } from "../../text";

const grouped = (fen: unknown) => fenToYuan(fen as number)?.replace(/\B(?=(\d{3})+\.)/g, ",") ?? String(fen);

/** `押金 500.00 元`; nothing where the order has none. */
export function riskOf({ risk_fund }: Record<string, any>) {
  const { name, amount } = risk_fund ?? {};
  return amount === undefined ? undefined : `${words.value.riskNames[name] ?? name ?? ""} ${grouped(amount)} ${words.value.total.yuan}`.trim();
}
