import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { inProject } from "../lib/project.mjs";
import { writeCommandLine } from "./command-line.mjs";
import { writeDeclarations } from "./declarations.mjs";
import { writeEntry } from "./entry.mjs";
import { writeGlueFactories } from "./glue.mjs";
import { packWasm } from "./pack.mjs";
import { bindgen, intermediate, published, template } from "./paths.mjs";
import { writeRules } from "./rules.mjs";
import { writeSchema } from "./schema.mjs";

export async function writePackage() {
  packWasm();
  writeSchema();
  await writeGlueFactories();
  await writeEntry("index.js", "default/init.js", [`export { orderValidatorStream, validateBatch } from "#batch";`]);
  await writeEntry("slim.js", "slim/init.js");
  rmSync(published(""), { recursive: true, force: true });
  for (const folder of ["", "slim", "forms", "rules", "tables"]) mkdirSync(published(folder));
  await writeModules();
  await writeRules();
  await bundleBoth(intermediate("rules.js"), "rules/index");
  await writeCommandLine();
  writeDeclarations();
  writeManifests();
  for (const wasm of ["payscore.wasm", "batch.wasm"]) copyFileSync(intermediate(wasm), published(wasm));
  for (const types of ["payscore.wasm.d.ts", "payscore.wasm.d.cts"]) copyFileSync(template(types), published(types));
  for (const schema of ["schema.json", "schema.draft-07.json"]) copyFileSync(bindgen(schema), published(schema));
  cpSync(bindgen("schemas"), published("schemas"), { recursive: true });
  for (const document of ["README.md", "README.en.md", "LICENSE-MIT", "LICENSE-APACHE"]) {
    copyFileSync(inProject(document), published(document));
  }
}

async function writeModules() {
  await bundleBoth(intermediate("index.js"), "index", "inlined.js");
  await bundleBoth(template("batch.js"), "batch", "bytes.js", batch);
  await bundle(intermediate("index.js"), "workerd.js", "workerd.js", workerd, "./batch-workerd.js");
  await bundle(template("batch.js"), "batch-workerd.js", "bytes-workerd.js", { ...workerd, alias: batch });
  await bundleBoth(intermediate("slim.js"), "slim/index", "supplied.js");
  await bundleBoth(template("forms/index.ts"), "forms/index");
  await bundleBoth(template("tables/index.ts"), "tables/index", undefined, { fflate: inProject("node_modules/fflate/esm/browser.js") }, ASYNC_GENERATORS);
}

/** publint looks for it as a word of its own, and else takes a module for CommonJS in which some of that was bundled. */
const MODULE = { js: "export {};" };

/** The newest that webpack 4 parses, for what streams. */
const ASYNC_GENERATORS = "es2018";

const workerd = { format: "esm", platform: "neutral", external: ["*.wasm"] };
const batch = { "#glue": intermediate("batch-glue.js"), "#wasm": intermediate("batch.wasm.js") };

async function bundleBoth(entry, name, source, alias, target) {
  await bundle(entry, `${name}.js`, source, { format: "esm", platform: "neutral", alias, target, footer: MODULE }, "./batch.js");
  // For "node" esbuild adds the list of exports that lets Node `import` names from a CommonJS file.
  await bundle(entry, `${name}.cjs`, source, { format: "cjs", platform: "node", alias, target }, "./batch.cjs");
}

// webpack 4 parses nothing newer.
function bundle(entry, file, source, { alias, target = "es2017", ...format }, batchModule) {
  return build({
    ...format,
    entryPoints: [entry],
    outfile: published(file),
    bundle: true,
    // Names stay: a stack trace in a bug report has to say where.
    minifyWhitespace: true,
    minifySyntax: true,
    target,
    charset: "utf8",
    mainFields: ["module", "main"],
    alias: {
      "#error-texts": bindgen("error-texts.js"),
      "#glue": intermediate("glue.js"),
      "#schema": intermediate("schema.js"),
      "#unpacker": intermediate("unpack.wasm.js"),
      "#wasm": intermediate("payscore.wasm.js"),
      ...(source && { "#source": template("source", source) }),
      ...alias,
    },
    plugins: [beside("#batch", batchModule)],
    logLevel: "warning",
  });
}

/** A file of the package that stays by itself, for bundlers to leave out where nobody asks for it. */
function beside(name, file) {
  return {
    name,
    setup: ({ onResolve }) => onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: file, external: true, sideEffects: false })),
  };
}

function writeManifests() {
  const { name, ...manifest } = JSON.parse(readFileSync(template("package.json"), "utf8"));
  const version = readFileSync(bindgen("version.txt"), "utf8");
  writeFileSync(published("package.json"), `${JSON.stringify({ name, version, ...manifest }, null, 2)}\n`);
  // webpack 4 and the older Jest know no `exports`: to them a subpath is a folder with a manifest of its own.
  for (const folder of ["slim", "forms", "rules", "tables"]) copyFileSync(template(folder, "package.json"), published(folder, "package.json"));
}
