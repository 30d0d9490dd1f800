import { run } from "../lib/command.mjs";
import { withInstalledPackage } from "./installed.mjs";

await withInstalledPackage(async () => {
  const { inConsumer } = await import("../test/consumer.mjs");
  const [calls = "10000000"] = process.argv.slice(2);
  run(process.execPath, ["--test-reporter=spec", inConsumer("tests/endurance/soak.test.mjs"), "--calls", calls]);
});
