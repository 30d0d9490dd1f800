import { main } from "./lib/command.mjs";
import { setUp } from "./set-up.mjs";

await main(async () => {
  await setUp();
  const { build } = await import("./build/all.mjs");
  const { installTarball } = await import("./test/consumer.mjs");
  const { checkGenerated } = await import("./test/oracle.mjs");
  await build();
  installTarball();
  checkGenerated(process.argv.slice(2));
});
