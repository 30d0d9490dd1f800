// Builds the package twice, in folders with different names, and compares every byte.
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main, outputOf, Problem, run } from "../lib/command.mjs";
import { inProject } from "../lib/project.mjs";

await main(() => {
  const [one, other] = ["payscore-", "payscore-in-a-folder-of-a-longer-name-"].map(built);
  const different = Object.keys({ ...one, ...other }).filter((file) => one[file] !== other[file]);
  if (different.length > 0) throw new Problem(`the two builds differ in ${different.join(", ")}`);
  console.log(`${Object.keys(one).length} files are the same in both builds; payscore.wasm: sha256 ${one["payscore.wasm"]}`);
});

/** Builds the package in a new folder and returns the hash of each file. */
function built(prefix) {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  const tracked = outputOf("git", ["ls-files", "-z"]).split("\0").filter(Boolean);
  for (const file of tracked) cpSync(inProject(file), join(folder, file));
  symlinkSync(inProject("node_modules"), join(folder, "node_modules"));
  run(process.execPath, ["--input-type=module", "--eval", 'import { build } from "./scripts/build/all.mjs"; await build();'], { cwd: folder });
  const files = readdirSync(join(folder, "pkg"), { recursive: true }).filter((file) => statSync(join(folder, "pkg", file)).isFile());
  const hashes = files.map((file) => [file, createHash("sha256").update(readFileSync(join(folder, "pkg", file))).digest("hex")]);
  rmSync(folder, { recursive: true });
  return Object.fromEntries(hashes);
}
