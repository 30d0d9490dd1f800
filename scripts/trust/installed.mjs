import { main } from "../lib/command.mjs";
import { setUp } from "../set-up.mjs";

/** Packs and installs the package, then does the work. */
export function withInstalledPackage(work) {
  return main(async () => {
    await setUp();
    const { build } = await import("../build/all.mjs");
    const { installTarball } = await import("../test/consumer.mjs");
    await build();
    installTarball();
    await work();
  });
}
