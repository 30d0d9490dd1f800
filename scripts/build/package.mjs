import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { inProject } from "../lib/project.mjs";
import { writeCommandLine } from "./command-line.mjs";
import { writeDeclarations } from "./declarations.mjs";
import { writeDraftSchemas } from "./draft-schemas.mjs";
import { writeEntry, writeWholeEntry } from "./entry.mjs";
import { writeGlueFactories } from "./glue.mjs";
import { packWasm } from "./pack.mjs";
import { bindgen, intermediate, published, template } from "./paths.mjs";
import { readmeOfPackage } from "./readme.mjs";
import { writeRules } from "./rules.mjs";
import { writeSchema } from "./schema.mjs";

/**
 * The path of each entry beside the main one. A file that imports `payscore` must not be in a folder of its own: the folder's
 * manifest would hide the package's, whose name and conditions resolve that import.
 */
const ENTRIES = { core: "core", slim: "slim/index", forms: "forms/index", rules: "rules/index", tables: "tables/index", react: "react", vue: "vue", values: "values" };

/** The variants of entries for Cloudflare Workers, which import the wasm as a module. */
const WORKERD = { index: "workerd", core: "core-workerd" };

export async function writePackage() {
  packWasm();
  writeSchema();
  await writeGlueFactories();
  await writeEntry("core.js", "default/init.js");
  await writeEntry("slim.js", "slim/init.js");
  rmSync(published(""), { recursive: true, force: true });
  for (const folder of ["", "schemas", ...Object.keys(ENTRIES)]) mkdirSync(published(folder));
  await writeModules();
  await writeRules();
  await bundleBoth(intermediate("rules.js"), "rules/index");
  await writeCommandLine();
  writeDeclarations();
  writeManifests();
  for (const wasm of ["payscore.wasm", "batch.wasm"]) copyFileSync(intermediate(wasm), published(wasm));
  for (const types of ["payscore.wasm.d.ts", "payscore.wasm.d.cts"]) copyFileSync(template(types), published(types));
  writeSchemas();
  const readmes = ["README.md", "README.en.md"];
  for (const document of [...readmes, "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"]) copyFileSync(inProject(document), published(document));
  for (const readme of readmes) writeFileSync(published(readme), readmeOfPackage(readFileSync(published(readme), "utf8")));
}

async function writeModules() {
  await bundleBoth(intermediate("core.js"), "core", "inlined.js");
  await bundle(intermediate("core.js"), "payscore.global.js", "inlined.js", { format: "iife", globalName: "payscore" });
  await bundleBoth(template("batch.js"), "batch", "bytes.js", batch);
  await writeWholeEntry();
  await bundleBoth(intermediate("index.js"), "index");
  await bundle(intermediate("core.js"), "core-workerd.js", "workerd.js", workerd);
  await bundle(template("batch.js"), "batch-workerd.js", "bytes-workerd.js", { ...workerd, alias: batch });
  await bundle(intermediate("index.js"), "workerd.js", "workerd.js", workerd, { core: "./core-workerd.js", batch: "./batch-workerd.js" });
  await bundleBoth(intermediate("slim.js"), "slim/index", "supplied.js");
  for (const entry of ["forms", "react", "vue", "values"]) await bundleBoth(template(entry, "index.ts"), ENTRIES[entry]);
  await bundleBoth(template("tables/index.ts"), ENTRIES.tables, undefined, { fflate: inProject("node_modules/fflate/esm/browser.js") }, ASYNC_GENERATORS);
}

/** publint looks for this; without it, it takes a module with bundled CommonJS for CommonJS. */
const MODULE = { js: "export {};" };

/** The newest syntax that webpack 4 parses, for the streaming parts. */
const ASYNC_GENERATORS = "es2018";

/** Imports that a hook shares with the page: payscore too, so that a page has the rules only once. */
const PEERS = ["payscore", "react", "vue"];

const workerd = { format: "esm", platform: "neutral" };
const batch = { "#glue": intermediate("batch-glue.js"), "#wasm": intermediate("batch.wasm.js") };

async function bundleBoth(entry, name, source, alias, target) {
  await bundle(entry, `${name}.js`, source, { format: "esm", platform: "neutral", alias, target, footer: MODULE }, { core: "./core.js", batch: "./batch.js" });
  // For "node" esbuild adds the list of exports that lets Node `import` names from a CommonJS file.
  await bundle(entry, `${name}.cjs`, source, { format: "cjs", platform: "node", alias, target }, { core: "./core.cjs", batch: "./batch.cjs" });
}

// webpack 4 parses nothing newer.
function bundle(entry, file, source, { alias, target = "es2017", ...format }, parts = {}) {
  return build({
    ...format,
    entryPoints: [entry],
    outfile: published(file),
    bundle: true,
    // Names are kept, so that a stack trace in a bug report says where.
    minifyWhitespace: true,
    minifySyntax: true,
    target,
    charset: "utf8",
    mainFields: ["module", "main"],
    external: ["*.wasm", ...PEERS],
    alias: {
      "#error-texts": bindgen("error-texts.js"),
      "#glue": intermediate("glue.js"),
      "#schema": intermediate("schema.js"),
      "#unpacker": intermediate("unpack.wasm.js"),
      "#wasm": intermediate("payscore.wasm.js"),
      ...(source && { "#source": template("source", source) }),
      ...alias,
    },
    plugins: Object.entries(parts).map(([part, file]) => beside(`#${part}`, file)),
    logLevel: "warning",
  });
}

/** A file that is kept separate, so that bundlers leave it out if nobody imports it. */
function beside(name, file) {
  return {
    name,
    setup: ({ onResolve }) => onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: file, external: true, sideEffects: false })),
  };
}

/** Each schema with the address at which npm mirrors will serve it. */
function writeSchemas() {
  const { name } = JSON.parse(readFileSync(template("package.json"), "utf8"));
  const idOf = (file) => `https://unpkg.com/${name}@${version()}/${file}`;
  const ofBodies = readdirSync(bindgen("schemas")).map((file) => `schemas/${file}`);
  for (const file of ["schema.json", "schema.draft-07.json", ...ofBodies]) {
    const { $schema, ...schema } = JSON.parse(readFileSync(bindgen(file), "utf8"));
    write(file, { $schema, $id: idOf(file), ...schema });
  }
  writeDraftSchemas(idOf);
}

const version = () => readFileSync(bindgen("version.txt"), "utf8");

function writeManifests() {
  const { name, exports: own, ...manifest } = JSON.parse(readFileSync(template("package.json"), "utf8"));
  const entries = Object.entries(ENTRIES).map(([entry, file]) => [`./${entry}`, conditions(file)]);
  write("package.json", { name, version: version(), ...manifest, exports: { ".": conditions("index"), ...Object.fromEntries(entries), ...own } });
  // webpack 4 and older Jest do not know `exports`: for them a subpath is a folder with its own manifest.
  for (const [entry, path] of Object.entries(ENTRIES)) {
    const file = path === entry ? `../${entry}` : `./${path.slice(entry.length + 1)}`;
    write(`${entry}/package.json`, { type: "module", sideEffects: false, main: `${file}.cjs`, module: `${file}.js`, types: `${file}.d.cts` });
  }
}

function conditions(file) {
  const types = `./${file}.d.ts`;
  const workerd = WORKERD[file] && { workerd: { types, default: `./${WORKERD[file]}.js` } };
  const module = { types, default: `./${file}.js` };
  return { ...workerd, module, import: module, require: { types: `./${file}.d.cts`, default: `./${file}.cjs` } };
}

function write(file, manifest) {
  writeFileSync(published(file), `${JSON.stringify(manifest, null, 2)}\n`);
}
