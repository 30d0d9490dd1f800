// The created order, which is a backend's data (rule 5.8). Whatever cannot be read is ignored by every rule.

import { ID, LOCATION, ORDER_NUMBER, TIME_RANGE } from "./parts.ts";
import { anything, type Field, type Fields, integer, object, own, type Path, pointerOf, Reading } from "./reading.ts";
import { COLLECTION_STATE, FIELDS as ORDER, RISK_FUND_NAME, STATE, STATE_DESCRIPTION } from "./service-order.ts";

const loose = (field: Field): Field => ({ ...field, isLoose: true });

const FIELDS: Fields = {
  ...Object.fromEntries(Object.keys(ORDER).map((name) => [name, anything])),
  out_order_no: ORDER_NUMBER,
  service_id: ID,
  appid: ID,
  sub_mchid: ID,
  state: loose(STATE),
  state_description: loose(STATE_DESCRIPTION),
  risk_fund: object({ name: RISK_FUND_NAME, amount: integer(1) }),
  total_amount: integer(0),
  collection: object({ state: loose(COLLECTION_STATE), total_amount: integer(0), paying_amount: integer(0) }),
  time_range: TIME_RANGE,
  location: LOCATION,
};

/** In the order of the order's table. */
export const IDENTITY: Path[] = [["out_order_no"], ["service_id"], ["appid"], ["sub_mchid"]];
export const STANDING: Path[] = [["state"], ["state_description"], ["collection", "state"]];
export const RISK_FUND: Path[] = [["risk_fund", "name"], ["risk_fund", "amount"]];
export const TIMES: Path[] = [["time_range", "start_time"], ["time_range", "end_time"]];

/** Undefined when nothing is given; `{}` counts as nothing. */
export function readCreated(created: unknown): Reading | "no order" | undefined {
  if (created === undefined || created === null) return undefined;
  const reading = new Reading(created, FIELDS, "returned");
  const isThere = (name: string) => !reading.isAbsent(own(created, name));
  const known = Object.keys(FIELDS).filter(isThere);
  if (known.length > 0 && !isInCamelCase(known, isThere)) return reading;
  return Object.keys(created).some(isThere) ? "no order" : undefined;
}

export const camelCase = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** One-word names such as `state` are the same in camelCase, so on their own they do not make an object an order. */
function isInCamelCase(known: string[], isThere: (name: string) => boolean): boolean {
  const isCompound = (name: string) => name.includes("_");
  return !known.some(isCompound) && Object.keys(FIELDS).filter(isCompound).map(camelCase).some(isThere);
}

/** The places that rules read and that cannot be read; a value that should be an object is listed once. */
export function unreadPointers(created: Reading, paths: Path[]): string[] {
  const unread = paths.flatMap((path) => {
    const around = path.map((_, depth) => path.slice(0, depth + 1));
    return around.filter((part) => created.isBroken(...part)).map(pointerOf);
  });
  return [...new Set(unread)];
}
