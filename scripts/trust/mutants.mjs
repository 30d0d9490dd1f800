import { main } from "../lib/command.mjs";
import { inProject } from "../lib/project.mjs";
import { runCargoTool } from "./cargo-tool.mjs";

await main(() => runCargoTool("mutants", ["--output", inProject("target/mutants"), ...process.argv.slice(2)]));
