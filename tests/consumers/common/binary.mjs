// The executable that an npm package carries for this machine, without the install script that would link it.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";

const SKIPPED = 77;
const [pattern, , ...args] = process.argv.slice(2);
const place = { os: process.platform, arch: pattern.startsWith("@oven") ? process.arch.replace("arm64", "aarch64") : process.arch, libc: process.platform === "linux" ? "-glibc" : "" };
const file = resolve("node_modules", pattern.replace(/\{(\w+)\}/g, (_, key) => place[key]));
const executable = [file, `${file}.exe`].find(existsSync);
if (executable === undefined) {
  console.log(`npm has no executable for ${process.platform} ${process.arch}`);
  process.exit(SKIPPED);
}
process.exit(spawnSync(executable, args, { stdio: "inherit" }).status ?? 1);
