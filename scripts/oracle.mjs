import { main } from "./lib/command.mjs";
import { setUp } from "./set-up.mjs";

await main(async () => {
  await setUp();
  const { build } = await import("./build/all.mjs");
  const { installTarball } = await import("./test/consumer.mjs");
  const { compareWithOracle } = await import("./test/oracle.mjs");
  await build();
  installTarball();
  compareWithOracle(process.argv.slice(2));
});
