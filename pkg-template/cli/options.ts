import { availableParallelism } from "node:os";
import { type Command, InvalidArgumentError, Option } from "commander";
import { type ValidateOptions, industries, validateOrder } from "payscore";
import { encodings } from "../tables/encoding";
import type { Help } from "./help";
import { CREATED, KnownOrders, PREVIOUS } from "./read/known";
import type { Input } from "./read/inputs";
import { type InputFormat, inputFormats } from "./read/source";
import { Usage } from "./problems";
import type { Locale, Words } from "./words";

/** The options that `check` and `build` share. */
export interface OrderFlags {
  mode?: ValidateOptions["mode"];
  industry?: ValidateOptions["industry"];
  now?: string;
  serviceRiskLimit?: number;
  created?: string;
  previous?: string;
  inputFormat?: InputFormat;
  encoding?: (typeof encodings)[number];
  sheet?: string;
  amountUnit?: "fen" | "yuan";
  failSeverity: Severity;
  failOnEmpty?: boolean;
  output?: string;
  jobs?: number;
}

export type Severity = "error" | "warning" | "none";

export function addOrderOptions(command: Command, help: Help, words: Words): Command {
  return command
    .addOption(new Option("--mode <mode>", help.order.mode).choices(["direct", "partner"]))
    .addOption(new Option("--industry <id>", help.order.industry).choices(industries.map(({ id }) => id)))
    .addOption(new Option("--now <time>", help.order.now))
    .addOption(new Option("--created <file>", help.order.created))
    .addOption(new Option("--previous <file>", help.order.previous))
    .addOption(new Option("--service-risk-limit <fen>", help.order.serviceRiskLimit).argParser((text) => wholeNumber(text, words)))
    .addOption(new Option("--input-format <format>", help.inputFormat).choices(inputFormats))
    .addOption(new Option("--encoding <encoding>", help.encoding).choices(encodings))
    .addOption(new Option("--sheet <sheet>", help.sheet))
    .addOption(new Option("--amount-unit <unit>", help.amountUnit).choices(["fen", "yuan"]))
    .addOption(new Option("--fail-severity <severity>", help.failSeverity).choices(["error", "warning", "none"]).default("error"))
    .addOption(new Option("--fail-on-empty", help.failOnEmpty))
    .addOption(new Option("--jobs <count>", help.jobs).argParser((text) => positiveNumber(text, words)))
    .addOption(new Option("-o, --output <file>", help.output));
}

export function wholeNumber(text: string, words: Words) {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError(words.wholeNumber);
  return Number(text);
}

function positiveNumber(text: string, words: Words) {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError(words.positiveNumber);
  return Number(text);
}

/** The flags as options of the package, which are checked once here. */
export function validateOptions({ mode, industry, now, serviceRiskLimit }: OrderFlags, locale: Locale, words: Words): ValidateOptions & { locale: Locale } {
  const options = {
    locale,
    ...(mode && { mode }),
    ...(industry && { industry }),
    ...(serviceRiskLimit !== undefined && { serviceRiskLimit }),
    // One time for the whole run.
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

export async function knownOrders(files: readonly string[], { created, previous }: OrderFlags, words: Words): Promise<{ created?: KnownOrders; previous?: KnownOrders }> {
  const fromInput = [...(files.length === 0 ? ["-"] : files), created, previous].filter((file) => file === "-");
  if (fromInput.length > 1) throw new Usage(words.stdinTwice);
  return {
    ...(created !== undefined && { created: await KnownOrders.read(CREATED, created, words) }),
    ...(previous !== undefined && { previous: await KnownOrders.read(PREVIOUS, previous, words) }),
  };
}

/** A smaller file is finished before more threads have started. */
const WORTH_THREADS = 1 << 26;

export function jobsFor({ jobs }: OrderFlags, { size }: Input): number {
  return jobs ?? (size !== undefined && size >= WORTH_THREADS ? availableParallelism() : 1);
}

export function reaches(threshold: Severity, counts: { errors: number; warnings: number }): boolean {
  if (threshold === "none") return false;
  return counts.errors > 0 || (threshold === "warning" && counts.warnings > 0);
}
