import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { inProject } from "../lib/project.mjs";
import { writeEntry } from "./entry.mjs";
import { writeGlueFactory } from "./glue.mjs";
import { packWasm } from "./pack.mjs";
import { bindgen, intermediate, published, template } from "./paths.mjs";

export async function writePackage() {
  packWasm();
  await writeGlueFactory();
  await writeEntry();
  rmSync(published(""), { recursive: true, force: true });
  mkdirSync(published(""));
  await bundle({ format: "esm", platform: "neutral", outfile: published("index.js") });
  // For "node" esbuild adds the list of exports that lets Node `import` names from a CommonJS file.
  await bundle({ format: "cjs", platform: "node", outfile: published("index.cjs") });
  writeDeclarations();
  writeManifest();
  for (const schema of ["schema.json", "schema.draft-07.json"]) copyFileSync(bindgen(schema), published(schema));
  for (const document of ["README.md", "README.en.md", "LICENSE-MIT", "LICENSE-APACHE"]) {
    copyFileSync(inProject(document), published(document));
  }
}

function bundle(output) {
  return build({
    ...output,
    entryPoints: [intermediate("index.js")],
    bundle: true,
    // Names stay: a stack trace in a bug report has to say where.
    minifyWhitespace: true,
    minifySyntax: true,
    // webpack 4 parses nothing newer.
    target: "es2017",
    charset: "utf8",
    alias: { "#glue": intermediate("glue.js"), "#wasm": intermediate("wasm.js"), "#error-texts": bindgen("error-texts.js") },
    logLevel: "warning",
  });
}

function writeDeclarations() {
  const declarations = `${readFileSync(template("init.d.ts"), "utf8")}\n${readFileSync(bindgen("payscore.d.ts"), "utf8")}`;
  writeFileSync(published("index.d.ts"), declarations);
  writeFileSync(published("index.d.cts"), declarations);
}

function writeManifest() {
  const { name, ...manifest } = JSON.parse(readFileSync(template("package.json"), "utf8"));
  const version = readFileSync(bindgen("version.txt"), "utf8");
  writeFileSync(published("package.json"), `${JSON.stringify({ name, version, ...manifest }, null, 2)}\n`);
}
