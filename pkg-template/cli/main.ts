import { isMainThread } from "node:worker_threads";
import { CommanderError } from "commander";
import { FAILED, endWithStandardOutput } from "./output";
import { Unreadable, Usage } from "./problems";
import { programOf } from "./program";
import { usageMessage } from "./usage";
import { serve } from "./work/pool";
import { type Locale, languageOf, wordsOf } from "./words";

const locale = localeOf(process.argv);
const words = wordsOf(locale);

if (isMainThread) await main();
else serve();

async function main() {
  endWithStandardOutput(words);
  try {
    const program = programOf(locale, words, (code) => (process.exitCode = code));
    if (process.argv.length > 2) {
      await program.parseAsync();
    } else {
      // Not a success: a script that lost its arguments must not look successful.
      program.outputHelp();
      process.exitCode = FAILED;
    }
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
  // Nobody reads standard input any more, so it must not keep the process alive.
  process.stdin.destroy();
}

/** Found before anything is parsed, because help and errors are in that language too. */
function localeOf(args: readonly string[]): Locale {
  const at = args.findIndex((arg) => arg === "--locale" || arg.startsWith("--locale="));
  const named = at < 0 ? undefined : args[at]!.includes("=") ? args[at]!.split("=")[1] : args[at + 1];
  return languageOf(named ?? "") ?? "zh-CN";
}

function exitCodeOf(error: unknown): number {
  // Help and version end up here too, with exit code 0.
  if (error instanceof CommanderError) {
    if (error.exitCode !== 0) console.error(usageMessage(error, locale));
    return error.exitCode === 0 ? 0 : FAILED;
  }
  if (error instanceof Unreadable) {
    console.error(error.message);
    return FAILED;
  }
  if (error instanceof Usage) {
    console.error(`${words.usage}${error.message}`);
    return FAILED;
  }
  throw error;
}
