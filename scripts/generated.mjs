import { main } from "./lib/command.mjs";
import { setUp } from "./set-up.mjs";

await main(async () => {
  await setUp();
  const { build } = await import("./build/all.mjs");
  const { installTarball } = await import("./test/consumer.mjs");
  const { checkGenerated } = await import("./test/generated.mjs");
  await build();
  installTarball();
  const [room, ...args] = process.argv.slice(2);
  checkGenerated(room, args);
});
