import { run } from "../lib/command.mjs";
import { withInstalledPackage } from "./installed.mjs";

await withInstalledPackage(async () => {
  const { inConsumer } = await import("../test/consumer.mjs");
  const env = { ...process.env, PAYSCORE_STREAM_MEGABYTES: "2048" };
  run(process.execPath, ["--test", "--test-reporter=spec", "tests/package/large-stream.test.mjs"], { cwd: inConsumer(""), env });
});
