import type { CompleteRequest } from "payscore";

const HOST = "https://api.mch.weixin.qq.com";

/** The request as a command for a POSIX shell; the signature is the caller's. */
export function curlOf({ method, path, bodyText }: CompleteRequest) {
  return [
    `curl -X ${method} ${quoted(HOST + path)}`,
    `-H ${quoted("Accept: application/json")}`,
    `-H ${quoted("Content-Type: application/json")}`,
    `-H "Authorization: $AUTHORIZATION"`,
    `--data-raw ${quoted(bodyText)}`,
  ].join(" \\\n  ");
}

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
