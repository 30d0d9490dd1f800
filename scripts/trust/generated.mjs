import { withInstalledPackage } from "./installed.mjs";

await withInstalledPackage(async () => {
  const { checkGenerated } = await import("../test/generated.mjs");
  const [room, ...args] = process.argv.slice(2);
  checkGenerated(room, args);
});
