import { type Command, InvalidArgumentError, Option } from "commander";
import { type ValidateOptions, industries, validateOrder } from "payscore";
import { CreatedOrders } from "./read/created";
import { Usage } from "./problems";
import type { Locale, Words } from "./words";

export interface OrderFlags {
  mode?: ValidateOptions["mode"];
  industry?: ValidateOptions["industry"];
  now?: string;
  serviceRiskLimit?: number;
  created?: string;
}

export type Severity = "error" | "warning" | "none";

/** The options of a check that the package itself knows. */
export function addOrderOptions(command: Command, help: OrderHelp, words: Words) {
  return command
    .addOption(new Option("--mode <mode>", help.mode).choices(["direct", "partner"]))
    .addOption(new Option("--industry <id>", help.industry).choices(industries.map(({ id }) => id)))
    .addOption(new Option("--now <time>", help.now))
    .addOption(new Option("--created <file>", help.created))
    .addOption(new Option("--service-risk-limit <fen>", help.serviceRiskLimit).argParser((text) => wholeNumber(text, words)));
}

export interface OrderHelp {
  mode: string;
  industry: string;
  now: string;
  created: string;
  serviceRiskLimit: string;
}

export function wholeNumber(text: string, words: Words) {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError(words.wholeNumber);
  return Number(text);
}

/** The flags as the package takes them; it is asked once whether it does. */
export function validateOptions({ mode, industry, now, serviceRiskLimit }: OrderFlags, locale: Locale, words: Words): ValidateOptions {
  const options: ValidateOptions = {
    locale,
    ...(mode && { mode }),
    ...(industry && { industry }),
    ...(serviceRiskLimit !== undefined && { serviceRiskLimit }),
    // One moment for the whole run.
    now: now === "none" ? null : (now ?? Date.now()),
  };
  try {
    validateOrder({}, options);
  } catch (error) {
    if (error instanceof TypeError) throw new Usage(now === undefined ? error.message : words.nowOrNone);
    throw error;
  }
  return options;
}

export async function createdOrders({ created }: OrderFlags, words: Words): Promise<CreatedOrders | undefined> {
  return created === undefined ? undefined : CreatedOrders.read(created, words);
}

export function reaches(threshold: Severity, counts: { errors: number; warnings: number }) {
  if (threshold === "none") return false;
  return counts.errors > 0 || (threshold === "warning" && counts.warnings > 0);
}
