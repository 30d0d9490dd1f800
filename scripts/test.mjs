import { main } from "./lib/command.mjs";
import { addRustCheckers, setUp } from "./set-up.mjs";

await main(async () => {
  await setUp();
  addRustCheckers();
  const { runSteps } = await import("./test/runner.mjs");
  const { steps } = await import("./test/steps.mjs");
  await runSteps(steps);
});
