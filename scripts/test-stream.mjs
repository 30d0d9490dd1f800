import { main, run } from "./lib/command.mjs";
import { setUp } from "./set-up.mjs";

await main(async () => {
  await setUp();
  const { build } = await import("./build/all.mjs");
  const { inConsumer, installTarball } = await import("./test/consumer.mjs");
  await build();
  installTarball();
  const env = { ...process.env, PAYSCORE_STREAM_MEGABYTES: "2048" };
  run(process.execPath, ["--test", "--test-reporter=spec", "tests/package/large-stream.test.mjs"], { cwd: inConsumer(""), env });
});
