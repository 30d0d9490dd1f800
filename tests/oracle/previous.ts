// The body of an earlier attempt: rules 5.6 and 5.8.

import { own, type Path, pointerOf, typeOf } from "./reading.ts";

/** The body itself, a built request around it, or its text. An object without a single field of any request is not a body. */
export function readPrevious(previous: unknown, isField: (name: string) => boolean): object | "unread" | undefined {
  if (previous === undefined || previous === null) return undefined;
  const value = typeof previous === "string" ? parsed(previous) : previous;
  const answered = typeOf(value, []) === "object" ? own(value, "request") : undefined;
  const request = isBuiltRequest(answered) ? answered : value;
  const body = isBuiltRequest(request) ? request.body : request;
  if (typeOf(body, []) !== "object") return "unread";
  const names = Object.keys(body as object).filter((name) => own(body, name) !== undefined);
  return names.some(isField) ? (body as object) : "unread";
}

export function isBuiltRequest(value: unknown): value is { body: unknown } {
  return typeOf(value, []) === "object" && ["method", "path", "body"].every((name) => own(value, name) != null);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function differingPointers(body: object, previous: object, document: unknown): string[] {
  return differences(body, previous, [], [document]).map(pointerOf).sort();
}

/** The paths at which two JSON values differ; a cyclic value is not JSON and differs from everything. */
function differences(one: unknown, other: unknown, path: Path, ancestors: unknown[]): Path[] {
  const inside = (name: string | number) =>
    differences(own(one, name) ?? null, own(other, name) ?? null, [...path, name], [...ancestors, one]);
  if (typeOf(one, ancestors) === "array" && Array.isArray(other)) {
    const items = one as unknown[];
    const longer = items.length > other.length ? items : other;
    return Array.from(longer, (_, index) => index).flatMap((index) =>
      index < items.length && index < other.length ? inside(index) : [[...path, index]],
    );
  }
  if (typeOf(one, ancestors) === "object" && typeOf(other, []) === "object") {
    const isThere = (value: unknown, name: string) => own(value, name) !== undefined;
    const names = [...new Set([...Object.keys(one as object), ...Object.keys(other as object)])];
    return names.flatMap((name) => (isThere(one, name) === isThere(other, name) ? inside(name) : [[...path, name]]));
  }
  return one === other ? [] : [path];
}
