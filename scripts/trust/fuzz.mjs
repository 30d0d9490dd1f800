// Coverage-guided fuzzing on stable Rust; libFuzzer is C++ and needs a C++ compiler.
//   npm run fuzz -- doors -max_total_time=3600    (or builder, or explain; further arguments go to libFuzzer)
import { mkdirSync } from "node:fs";
import { main, outputOf, run } from "../lib/command.mjs";
import { inProject } from "../lib/project.mjs";

// The flags that cargo-fuzz passes, without a sanitizer, which would need nightly Rust.
const COVERAGE = [
  "-Cpasses=sancov-module",
  "-Cllvm-args=-sanitizer-coverage-level=4",
  "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
  "-Cllvm-args=-sanitizer-coverage-pc-table",
  "-Cllvm-args=-sanitizer-coverage-trace-compares",
  "-Ccodegen-units=1",
  "--cfg=fuzzing",
];

const [target = "doors", ...args] = process.argv.slice(2);
await main(() => {
  // With an explicit target, the flags do not apply to build scripts.
  const host = /host: (.*)/.exec(outputOf("rustc", ["-vV"]))[1];
  const found = inProject("fuzz/target/corpus", target);
  mkdirSync(found, { recursive: true });
  const cargo = ["run", "--release", "--manifest-path", inProject("fuzz/Cargo.toml"), "--target", host, "--bin", target];
  run("cargo", [...cargo, "--", found, inProject("fuzz/corpus"), ...args], { env: { ...process.env, RUSTFLAGS: COVERAGE.join(" ") }, cwd: inProject("fuzz") });
});
