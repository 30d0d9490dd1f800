import { main } from "./lib/command.mjs";
import { setUp } from "./set-up.mjs";

await main(async () => {
  await setUp();
  const { build } = await import("./build/all.mjs");
  await build();
  const { installTarball } = await import("./test/consumer.mjs");
  installTarball();
  const { runSteps } = await import("./test/runner.mjs");
  const { compareWithSpark } = await import("./test/spark.mjs");
  await runSteps([["Spark: the totals of the partitions are those of one process", compareWithSpark]]);
});
