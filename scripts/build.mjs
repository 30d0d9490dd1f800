import { main } from "./lib/command.mjs";
import { setUp } from "./set-up.mjs";

await main(async () => {
  await setUp();
  const { build } = await import("./build/all.mjs");
  await build();
  const { buildPage } = await import("./page/build.mjs");
  await buildPage();
  const { buildDocs } = await import("./docs/build.mjs");
  await buildDocs();
});
