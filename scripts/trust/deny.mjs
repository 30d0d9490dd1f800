import { main } from "../lib/command.mjs";
import { runCargoTool } from "./cargo-tool.mjs";

// Advisories need their database from GitHub, so they are asked for by name: npm run deny -- advisories
const asked = process.argv.slice(2);
await main(() => runCargoTool("deny", ["--locked", "check", ...(asked.length > 0 ? asked : ["licenses", "bans", "sources"])]));
