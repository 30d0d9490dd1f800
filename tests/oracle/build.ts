// The package's builder of each request.

import * as payscore from "payscore";
import { type Kind, KINDS, type Mode, type Operation } from "./oracle.ts";

interface Built {
  method: string;
  path: string;
  body?: Record<string, unknown>;
  bodyText?: string;
}
type Result = { ok: true; request: Built; issues: payscore.Issue[] } | { ok: false; issues: payscore.Issue[] };
type Builder = (draft: unknown, options: object) => Result;

/** For a draft of any kind, with options of any kind. */
export function build(operation: Operation, draft: unknown, options: object): Result {
  const name = operation === "completion" ? "Complete" : operation.charAt(0).toUpperCase() + operation.slice(1);
  return (payscore as unknown as Record<string, Builder>)[`build${name}Request`]!(draft, options);
}

/** The document that goes over the wire, and what kind it is. */
export interface Sent {
  kind: Kind;
  mode: Mode;
  document: Record<string, unknown>;
  /** Including the number that is in the path. */
  flat: Record<string, unknown>;
}

export function sentBy(operation: Operation, { path, body }: Built): Sent {
  const kind = KINDS.find((kind) => kind === `${operation}Body`) ?? operation;
  const mode = path.includes("/partner/") ? "partner" : "direct";
  const document = body ?? Object.fromEntries(new URL(path, "https://api.mch.weixin.qq.com").searchParams);
  const inPath = kind === operation ? {} : { out_order_no: decodeURIComponent(path.split("/").at(-2)!) };
  return { kind, mode, document, flat: { ...inPath, ...document } };
}
