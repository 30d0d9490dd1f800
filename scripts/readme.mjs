import { main } from "./lib/command.mjs";
import { setUp } from "./set-up.mjs";

await main(async () => {
  await setUp();
  const { build } = await import("./build/all.mjs");
  await build();
  const { fillReadmes } = await import("./docs/readme.mjs");
  fillReadmes();
});
