import { main } from "../lib/command.mjs";
import { runCargoTool } from "./cargo-tool.mjs";

// Advisories need a database from GitHub, so they are checked only on request: npm run deny -- advisories
const asked = process.argv.slice(2);
await main(() => runCargoTool("deny", ["--locked", "check", ...(asked.length > 0 ? asked : ["licenses", "bans", "sources"])]));
