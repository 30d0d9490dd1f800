import { withInstalledPackage } from "./installed.mjs";

await withInstalledPackage(async () => {
  const { checkGenerated } = await import("../test/generated.mjs");
  const [suite, ...args] = process.argv.slice(2);
  checkGenerated(suite, args);
});
