import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { parse } from "yaml";

// The package was copied here: npm links its command, as an installation does.
assert.equal(spawnSync("npm", ["rebuild", "--ignore-scripts"], { shell: true }).status, 0);

const { jobs } = parse(readFileSync("payscore.yml", "utf8"));
const [, ...commands] = jobs.check.steps.flatMap(({ run }) => run ?? []);
assert.deepEqual(commands.map((command) => command.split(" ")[0]), ["npm", "npx"]);

/** Every command but the installation, as the workflow runs it: up to the first that fails. */
function runWorkflow(environment) {
  const steps = [];
  for (const command of commands) {
    steps.push(spawnSync(command, { shell: true, encoding: "utf8", env: { ...process.env, ...environment } }));
    if (steps.at(-1).status !== 0) break;
  }
  return steps.at(-1);
}

const good = runWorkflow({});
assert.equal(good.status, 0, good.stdout + good.stderr);

const bad = runWorkflow({ ABOVE_THE_DEPOSIT: "yes" });
assert.equal(bad.status, 1, bad.stdout + bad.stderr);
assert.match(bad.stdout, /^::error file=orders\.ndjson,line=3,/m);
