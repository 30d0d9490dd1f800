// The address that notifications go to.

import type { Reading } from "./reading.ts";
import type { Form } from "./times.ts";

export const URL_FORM: Form = { matches: (text) => /^https?:\/\/[^\s/?#]\S*$/i.test(text) && URL.canParse(text), isDate: () => true };

/** What keeps a notification from arriving, though the call itself is taken. */
export function checkNotifyUrl(reading: Reading): void {
  const url = reading.soundText("notify_url");
  if (url === undefined) return;
  const [, scheme, authority, rest] = /^(\w+):\/\/([^/?#]*)(.*)$/s.exec(url)!;
  const [beforeFragment, ...fragments] = rest!.split("#");
  const host = authority!.replace(/^.*@/, "").replace(/:[0-9]*$/, "").toLowerCase();
  const reasons = {
    not_https: scheme!.toLowerCase() !== "https",
    has_query: beforeFragment!.includes("?"),
    has_fragment: fragments.length > 0,
    not_public: host === "localhost" || host.endsWith(".local") || isPrivate(host),
  };
  const found = Object.entries(reasons).filter(([, holds]) => holds).map(([name]) => name);
  if (found.length > 0) reading.warning("notify_url_form", ["notify_url"], { reasons: found });
}

function isPrivate(host: string): boolean {
  if (!/^([0-9]{1,3}\.){3}[0-9]{1,3}$/.test(host)) return false;
  const [first, second] = host.split(".").map(Number) as [number, number];
  return first === 127 || first === 10 || (first === 172 && second >= 16 && second <= 31) || (first === 192 && second === 168);
}
