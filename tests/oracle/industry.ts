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
}
interface Profile {
  complete: Item[] | { any_of: true; items: Item[] };
  complete_zero?: Item[];
}

const profiles: Record<string, Profile> = parse(profilesText);

export const INDUSTRIES = Object.keys(profiles);
export const ITEM_NAMES = [...new Set(Object.values(profiles).flatMap((profile) => [...itemsOf(profile), ...(profile.complete_zero ?? [])].map(({ name }) => name)))];

/** Whether the industry forbids amounts on every item: then there is no sum to check. */
export function forbidsAmounts(industry: string | null | undefined): boolean {
  return industry != null && itemsOf(profiles[industry]!).every(({ amount }) => meaning(amount) === "forbidden");
}

export function checkIndustry(reading: Reading, industry: string): void {
  const profile = profiles[industry]!;
  const total = reading.soundNumber("total_amount");
  if (profile.complete_zero && total === undefined) return;
  const isZero = profile.complete_zero !== undefined && total === 0;
  const items = isZero ? profile.complete_zero! : itemsOf(profile);
  const isAnyOf = !isZero && !Array.isArray(profile.complete);

  const names = reading.soundItems("post_payments").map((_, index) => reading.soundText("post_payments", index, "name"));
  const areAllReadable = names.length > 0 && names.every((name) => name !== undefined);
  if (areAllReadable) {
    const missing = items.filter(({ name }) => !names.includes(name));
    if (isAnyOf) {
      if (missing.length === items.length) reading.error("industry_item_missing", ["post_payments"], { names: items.map(({ name }) => name) });
    } else {
      for (const { name, presence } of missing) {
        if (meaning(presence) === "required") reading.report(severityOf(presence), "industry_item_missing", ["post_payments"], { name });
      }
    }
  }

  names.forEach((name, index) => {
    if (name === undefined) return;
    const item = items.find((one) => one.name === name);
    if (item === undefined) {
      reading.error("industry_item_not_allowed", ["post_payments", index, "name"]);
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
