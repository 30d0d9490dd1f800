import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { inProject } from "../lib/project.mjs";
import { writeCommandLine } from "./command-line.mjs";
import { writeDeclarations } from "./declarations.mjs";
import { writeEntry } from "./entry.mjs";
import { writeGlueFactory } from "./glue.mjs";
import { packWasm } from "./pack.mjs";
import { bindgen, intermediate, published, template } from "./paths.mjs";
import { writeSchema } from "./schema.mjs";

export async function writePackage() {
  packWasm();
  writeSchema();
  await writeGlueFactory();
  await writeEntry("index.js", "default/init.js");
  await writeEntry("slim.js", "slim/init.js");
  rmSync(published(""), { recursive: true, force: true });
  for (const folder of ["", "slim", "forms"]) mkdirSync(published(folder));
  await writeModules();
  await writeCommandLine();
  writeDeclarations();
  writeManifests();
  copyFileSync(intermediate("payscore.wasm"), published("payscore.wasm"));
  for (const types of ["payscore.wasm.d.ts", "payscore.wasm.d.cts"]) copyFileSync(template(types), published(types));
  for (const schema of ["schema.json", "schema.draft-07.json"]) copyFileSync(bindgen(schema), published(schema));
  for (const document of ["README.md", "README.en.md", "LICENSE-MIT", "LICENSE-APACHE"]) {
    copyFileSync(inProject(document), published(document));
  }
}

async function writeModules() {
  await bundleBoth(intermediate("index.js"), "index", "inlined.js");
  await bundle(intermediate("index.js"), "workerd.js", "workerd.js", { format: "esm", platform: "neutral", external: ["*.wasm"] });
  await bundleBoth(intermediate("slim.js"), "slim/index", "supplied.js");
  await bundleBoth(template("forms/index.ts"), "forms/index");
}

async function bundleBoth(entry, name, source) {
  await bundle(entry, `${name}.js`, source, { format: "esm", platform: "neutral" });
  // For "node" esbuild adds the list of exports that lets Node `import` names from a CommonJS file.
  await bundle(entry, `${name}.cjs`, source, { format: "cjs", platform: "node" });
}

function bundle(entry, file, source, format) {
  return build({
    ...format,
    entryPoints: [entry],
    outfile: published(file),
    bundle: true,
    // Names stay: a stack trace in a bug report has to say where.
    minifyWhitespace: true,
    minifySyntax: true,
    // webpack 4 parses nothing newer.
    target: "es2017",
    charset: "utf8",
    alias: {
      "#error-texts": bindgen("error-texts.js"),
      "#glue": intermediate("glue.js"),
      "#schema": intermediate("schema.js"),
      "#wasm": intermediate("wasm.js"),
      ...(source && { "#source": template("source", source) }),
    },
    logLevel: "warning",
  });
}

function writeManifests() {
  const { name, ...manifest } = JSON.parse(readFileSync(template("package.json"), "utf8"));
  const version = readFileSync(bindgen("version.txt"), "utf8");
  writeFileSync(published("package.json"), `${JSON.stringify({ name, version, ...manifest }, null, 2)}\n`);
  // webpack 4 and the older Jest know no `exports`: to them a subpath is a folder with a manifest of its own.
  for (const folder of ["slim", "forms"]) copyFileSync(template(folder, "package.json"), published(folder, "package.json"));
}
