import color from "picocolors";
import { Problem } from "../lib/command.mjs";

/** What a step throws when this machine cannot do it; the others go on. */
export class Skip extends Error {}

/** Runs the steps in order, up to the first that fails. */
export async function runSteps(steps) {
  const count = { passed: 0, failed: 0, skipped: 0 };
  const took = [];
  for (const [name, step] of steps) {
    console.log(`\n${color.bold(color.cyan(`── ${name}`))}`);
    const start = performance.now();
    try {
      await step();
      count.passed += 1;
    } catch (error) {
      if (error instanceof Skip) {
        count.skipped += 1;
        console.log(color.yellow(`skipped: ${error.message}`));
        continue;
      }
      count.failed += 1;
      console.error(error instanceof Problem ? error.message : error);
      console.error(color.red(`\nfailed: ${name}`));
      process.exitCode = 1;
      break;
    } finally {
      took.push({ name, seconds: Math.round((performance.now() - start) / 1000) });
    }
  }
  const slowest = took.toSorted((one, other) => other.seconds - one.seconds).slice(0, 8);
  console.log(`\n${slowest.map(({ name, seconds }) => `${String(seconds).padStart(5)} s  ${name}`).join("\n")}`);
  const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : "";
  console.log(`\nSteps: ${count.passed} passed, ${count.failed} failed${skipped}`);
}
