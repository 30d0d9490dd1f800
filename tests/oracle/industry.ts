// Section 7 of the rules: the eight official industry profiles, read from the data file.

import { parse } from "yaml";
import profilesText from "../../data/industry-profiles.yaml";
import type { Reading, Severity } from "./reading.ts";

type Cell = "required" | "forbidden" | "optional" | "required~" | "forbidden~" | "optional~";
interface Item {
  name: string;
  presence: Cell;
  amount: Cell;
  description: Cell;
  count: Cell;
  example: Record<string, unknown>;
}
interface Profile {
  create: Item[];
  complete: Item[] | { any_of: true; items: Item[] };
  complete_zero?: Item[];
}
/** The items that a call may contain, and how many of them are required. */
export interface Items {
  items: Item[];
  isAnyOf: boolean;
}

const profiles: Record<string, Profile> = parse(profilesText);
/** Industries whose orders start at a machine. */
const UNATTENDED = ["two_wheel_charging", "power_bank", "bike_sharing", "smart_retail", "ev_charging"];

export const INDUSTRIES = Object.keys(profiles);
export const ITEM_NAMES = [...new Set(Object.values(profiles).flatMap((profile) => [...profile.create, ...itemsOf(profile), ...(profile.complete_zero ?? [])].map(({ name }) => name)))];

/** The items of the official examples, for creations or for completions. */
export function exampleItems(industry: string, call: "create" | "complete"): Record<string, unknown>[] {
  const items = call === "create" ? profiles[industry]!.create : itemsOf(profiles[industry]!);
  return items.map(({ name, example }) => ({ name, ...example }));
}

/** Whether the industry forbids amounts on every item: then there is no sum to check. */
export function forbidsAmounts(industry: string | null | undefined): boolean {
  return industry != null && itemsOf(profiles[industry]!).every(({ amount }) => meaning(amount) === "forbidden");
}

/** Undefined when the total decides which items apply and cannot be read. */
export function completedItems(industry: string, total: number | undefined): Items | undefined {
  const profile = profiles[industry]!;
  if (profile.complete_zero && total === undefined) return undefined;
  if (profile.complete_zero && total === 0) return { items: profile.complete_zero, isAnyOf: false };
  return { items: itemsOf(profile), isAnyOf: !Array.isArray(profile.complete) };
}

export function checkIndustry(reading: Reading, asked: Items | undefined): void {
  if (asked === undefined) return;
  // A list that is missing or empty is reported as such.
  if (reading.soundItems("post_payments").length > 0) checkPresence(reading, asked);
  checkCells(reading, asked, "error");
}

/** At creation the list may be left out, so no other rule reports a missing item. */
export function checkIndustryAtCreation(reading: Reading, industry: string): void {
  const asked = { items: profiles[industry]!.create, isAnyOf: false };
  if (!reading.isBroken("post_payments")) checkPresence(reading, asked);
  // Where the page says that no items are needed, sending one is only a warning.
  checkCells(reading, asked, asked.items.length === 0 ? "warning" : "error");
  const device = ["device", "start_device_id"];
  if (UNATTENDED.includes(industry) && !reading.isSent(...device)) reading.warning("device_id_missing", device);
}

function namesOf(reading: Reading): (string | undefined)[] {
  return reading.soundItems("post_payments").map((_, index) => reading.soundText("post_payments", index, "name"));
}

function checkPresence(reading: Reading, { items, isAnyOf }: Items): void {
  const names = namesOf(reading);
  if (names.includes(undefined)) return;
  const missing = items.filter(({ name }) => !names.includes(name));
  if (isAnyOf) {
    if (missing.length === items.length) reading.error("industry_item_missing", ["post_payments"], { names: items.map(({ name }) => name) });
    return;
  }
  for (const { name, presence } of missing) {
    if (meaning(presence) === "required") reading.report(severityOf(presence), "industry_item_missing", ["post_payments"], { name });
  }
}

function checkCells(reading: Reading, { items }: Items, severityOfOthers: Severity): void {
  namesOf(reading).forEach((name, index) => {
    if (name === undefined) return;
    const item = items.find((one) => one.name === name);
    if (item === undefined) {
      reading.report(severityOfOthers, "industry_item_not_allowed", ["post_payments", index, "name"]);
      return;
    }
    for (const field of ["amount", "description", "count"] as const) {
      const path = ["post_payments", index, field];
      const isSent = reading.isSent(...path);
      if (meaning(item[field]) === "required" && !isSent) reading.report(severityOf(item[field]), "industry_field_required", path, { name });
      if (meaning(item[field]) === "forbidden" && isSent && !reading.isBroken(...path)) {
        reading.report(severityOf(item[field]), "industry_field_forbidden", path, { name });
      }
    }
  });
}

function itemsOf({ complete }: Profile): Item[] {
  return Array.isArray(complete) ? complete : complete.items;
}

function meaning(cell: Cell): string {
  return cell.replace("~", "");
}

function severityOf(cell: Cell): Severity {
  return cell.endsWith("~") ? "warning" : "error";
}
