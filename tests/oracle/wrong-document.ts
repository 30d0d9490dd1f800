// Rule 5.9: what is no document of the kind at all.

import { isBuiltRequest } from "./previous.ts";
import { own, type Reading, typeOf } from "./reading.ts";
import { FIELDS as ORDER } from "./service-order.ts";

const isObject = (value: unknown) => typeOf(value, []) === "object";
const has = (value: unknown, name: string) => isObject(value) && own(value, name) != null;

export function isWrongDocument(reading: Reading, isRequest: boolean): boolean {
  const { document } = reading;
  const fields = reading.fieldOrder.get("") ?? [];
  return (
    Array.isArray(document) ||
    isBuiltRequest(document) ||
    isNotification(document) ||
    isEnvelope(document, fields) ||
    (isRequest && isReturnedOrder(document) && fields.some((name) => reading.says("required", name)))
  );
}

function isNotification(document: unknown): boolean {
  return has(document, "resource") && has(own(document, "resource"), "ciphertext");
}

function isEnvelope(document: unknown, fields: string[]): boolean {
  if (!isObject(document) || fields.some((name) => has(document, name))) return false;
  return ["data", "result", "rows", "list"].some((name) => holdsOrders(own(document, name), fields));
}

function holdsOrders(value: unknown, fields: string[]): boolean {
  const isOrder = (value: unknown) => [...fields, ...Object.keys(ORDER)].some((name) => has(value, name));
  return Array.isArray(value) ? value.some(isOrder) : isOrder(value);
}

function isReturnedOrder(document: unknown): boolean {
  return has(document, "state") && (has(document, "mchid") || has(document, "order_id"));
}
