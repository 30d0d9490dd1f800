import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { inProject } from "../lib/project.mjs";
import { published, template } from "./paths.mjs";

/** `npx payscore`: one file that bundles its dependencies, beside the package that it uses. */
export async function writeCommandLine() {
  const { metafile } = await build({
    entryPoints: [template("cli/main.ts")],
    outfile: published("cli.js"),
    bundle: true,
    metafile: true,
    platform: "node",
    format: "esm",
    target: "node18",
    mainFields: ["module", "main"],
    // Some dependencies are CommonJS and ask for node's modules.
    banner: { js: '#!/usr/bin/env node\nimport { createRequire as requireOfNode } from "node:module";\nconst require = requireOfNode(import.meta.url);' },
    plugins: [payscoreBeside],
    // Not minified: Node prints the line of an error, which must not be the whole file.
    charset: "utf8",
    logLevel: "warning",
  });
  writeFileSync(published("THIRD-PARTY-LICENSES.txt"), licenses(Object.keys(metafile.inputs)));
}

const IN_TABLES = ["fflate", "saxes", "xmlchars"];

const payscoreBeside = {
  name: "payscore beside",
  setup({ onResolve }) {
    onResolve({ filter: /^payscore$/ }, () => ({ path: "./index.js", external: true }));
    onResolve({ filter: /^payscore\/rules$/ }, () => ({ path: "./rules/index.js", external: true }));
  },
};

/** The licence of every package that is bundled in part. */
function licenses(inputs) {
  const packages = new Set(inputs.flatMap((input) => input.match(/^node_modules\/(?:@[^/]+\/)?[^/]+/) ?? []));
  const texts = [...packages].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(inProject(folder, "package.json"), "utf8"));
    return `${name} ${version} (${license})\n\n${licenseText(name, inProject(folder))}`;
  });
  return `cli.js contains the following packages; tables/ contains ${IN_TABLES.join(", ").replace(/, (?=[^,]*$)/, " and ")}.\n\n${texts.join(`\n${"-".repeat(80)}\n\n`)}`;
}

/** Some packages leave their licence out of what they publish. */
function licenseText(name, folder) {
  const own = readdirSync(folder).find((file) => /^licen[cs]e([.-]|$)/i.test(file));
  const file = own === undefined ? inProject("scripts/build/licenses", `${name}.txt`) : join(folder, own);
  return `${readFileSync(file, "utf8").trim()}\n`;
}
