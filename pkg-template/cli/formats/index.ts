import type { Format } from "./format";
import { github } from "./github";
import { json } from "./json";
import { junit } from "./junit";
import { ndjson } from "./ndjson";
import { pretty } from "./pretty";
import { sarif } from "./sarif";

export const formats: Record<string, Format> = { pretty, json, ndjson, github, sarif, junit };
