import { spawn as spawnBeside, spawnSync } from "node:child_process";
import { projectFolder } from "./project.mjs";

/** A failure whose message says everything; it is printed without a stack trace. */
export class Problem extends Error {}

/** Runs a command, its output shown as it comes. */
export function run(command, args, options = {}) {
  const { status, error } = spawn(command, args, { stdio: "inherit", ...options });
  if (error) throw new Problem(`${command} could not be started: ${error.message}`);
  if (status !== 0) throw new Problem(`${[command, ...args].join(" ")} failed`);
}

/** Runs a command in the background and returns whether it succeeded. Its output is shown only if it fails. */
export function runBeside(command, args) {
  return new Promise((done) => {
    const child = spawnBeside(command, args, { cwd: projectFolder, stdio: ["ignore", "ignore", "inherit"] });
    child.on("error", () => done(false));
    child.on("close", (status) => done(status === 0));
  });
}

/** What a command prints, or undefined when it is not installed or fails. */
export function outputOf(command, args, options = {}) {
  const { status, stdout } = spawn(command, args, { stdio: ["ignore", "pipe", "ignore"], encoding: "utf8", ...options });
  return status === 0 ? stdout.trim() : undefined;
}

export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Problem ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}

function spawn(command, args, options) {
  // On Windows npm is a .cmd file, which only a shell starts.
  const shell = process.platform === "win32" && command === "npm";
  return spawnSync(command, args, { cwd: projectFolder, shell, ...options });
}
