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
 * Where each entry beside the main one lies. What imports `payscore` must not lie in a folder: its manifest would hide the
 * package's own, by whose name and conditions that is found.
 */
const ENTRIES = { core: "core", slim: "slim/index", forms: "forms/index", rules: "rules/index", tables: "tables/index", react: "react", vue: "vue", values: "values" };

/** The twin of an entry for Cloudflare Workers, which take the wasm as a module. */
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

/** publint looks for it as a word of its own, and else takes a module for CommonJS in which some of that was bundled. */
const MODULE = { js: "export {};" };

/** The newest that webpack 4 parses, for what streams. */
const ASYNC_GENERATORS = "es2018";

/** What a hook is to share with the page: itself too, so that a page holds the rules once. */
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
    // Names stay: a stack trace in a bug report has to say where.
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

/** A file of the package that stays by itself, for bundlers to leave out where nobody asks for it. */
function beside(name, file) {
  return {
    name,
    setup: ({ onResolve }) => onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: file, external: true, sideEffects: false })),
  };
}

/** Each with the address under which npm's mirrors will have it. */
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
  // webpack 4 and the older Jest know no `exports`: to them a subpath is a folder with a manifest of its own.
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
