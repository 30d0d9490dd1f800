import { buildDocs } from "./docs/build.mjs";
import { main } from "./lib/command.mjs";

await main(buildDocs);
