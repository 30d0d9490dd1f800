/** Any request that a builder composes. */
export interface AnyRequest {
  method: string;
  path: string;
  body?: unknown;
  bodyText?: string;
}

const HOST = "https://api.mch.weixin.qq.com";

/** The request as a command for a POSIX shell; the signature is the caller's. */
export function curlOf({ method, path, bodyText }: AnyRequest) {
  return [
    `curl -X ${method} ${quoted(HOST + path)}`,
    `-H ${quoted("Accept: application/json")}`,
    ...(bodyText === undefined ? [] : [`-H ${quoted("Content-Type: application/json")}`]),
    `-H "Authorization: $AUTHORIZATION"`,
    ...(bodyText === undefined ? [] : [`--data-raw ${quoted(bodyText)}`]),
  ].join(" \\\n  ");
}

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
