import { existsSync } from "node:fs";
import { Problem, run } from "../lib/command.mjs";
import { inProject } from "../lib/project.mjs";
import { Skip } from "./runner.mjs";

/** The executable of another Node version, from npm, kept between runs. */
export function otherNode(version) {
  const folder = inProject("target/node", version);
  const system = process.platform === "win32" ? "win" : process.platform;
  const name = `node-${system}-${process.arch}`;
  const executable = `${folder}/node_modules/${name}/bin/node${system === "win" ? ".exe" : ""}`;
  if (!existsSync(executable)) download(`${name}@${version}`, folder);
  return executable;
}

function download(spec, folder) {
  try {
    run("npm", ["install", "--prefix", folder, "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", spec]);
  } catch (error) {
    if (error instanceof Problem) throw new Skip(`npm could not install ${spec}`);
    throw error;
  }
}
