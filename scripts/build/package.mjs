import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { inProject } from "../lib/project.mjs";
import { writeCommandLine } from "./command-line.mjs";
import { writeDeclarations } from "./declarations.mjs";
import { writeEntry } from "./entry.mjs";
import { writeGlueFactories } from "./glue.mjs";
import { packWasm } from "./pack.mjs";
import { bindgen, intermediate, published, template } from "./paths.mjs";
import { writeSchema } from "./schema.mjs";

/**
 * Where each entry beside the main one lies. What imports `payscore` must not lie in a folder: its manifest would hide the
 * package's own, by whose name and conditions that is found.
 */
const ENTRIES = { slim: "slim/index", forms: "forms/index", react: "react", vue: "vue" };

export async function writePackage() {
  packWasm();
  writeSchema();
  await writeGlueFactories();
  await writeEntry("index.js", "default/init.js", [`export { orderValidatorStream, validateBatch } from "#batch";`]);
  await writeEntry("slim.js", "slim/init.js");
  rmSync(published(""), { recursive: true, force: true });
  for (const folder of ["", ...Object.keys(ENTRIES)]) mkdirSync(published(folder));
  await writeModules();
  await writeCommandLine();
  writeDeclarations();
  writeManifests();
  for (const wasm of ["payscore.wasm", "batch.wasm"]) copyFileSync(intermediate(wasm), published(wasm));
  for (const types of ["payscore.wasm.d.ts", "payscore.wasm.d.cts"]) copyFileSync(template(types), published(types));
  for (const schema of ["schema.json", "schema.draft-07.json"]) copyFileSync(bindgen(schema), published(schema));
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
  for (const entry of ["forms", "react", "vue"]) await bundleBoth(template(entry, "index.ts"), ENTRIES[entry]);
}

/** What a hook is to share with the page: itself too, so that a page holds the rules once. */
const PEERS = ["payscore", "react", "vue"];

const workerd = { format: "esm", platform: "neutral" };
const batch = { "#glue": intermediate("batch-glue.js"), "#wasm": intermediate("batch.wasm.js"), "#wasm-scalar": intermediate("batch-scalar.wasm.js") };

async function bundleBoth(entry, name, source, alias) {
  await bundle(entry, `${name}.js`, source, { format: "esm", platform: "neutral", alias }, "./batch.js");
  // For "node" esbuild adds the list of exports that lets Node `import` names from a CommonJS file.
  await bundle(entry, `${name}.cjs`, source, { format: "cjs", platform: "node", alias }, "./batch.cjs");
}

function bundle(entry, file, source, { alias, ...format }, batchModule) {
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
  const { name, exports: own, ...manifest } = JSON.parse(readFileSync(template("package.json"), "utf8"));
  const version = readFileSync(bindgen("version.txt"), "utf8");
  const { ".": main, ...others } = own;
  const entries = Object.entries(ENTRIES).map(([entry, file]) => [`./${entry}`, conditions(file)]);
  write("package.json", { name, version, ...manifest, exports: { ".": main, ...Object.fromEntries(entries), ...others } });
  // webpack 4 and the older Jest know no `exports`: to them a subpath is a folder with a manifest of its own.
  for (const [entry, path] of Object.entries(ENTRIES)) {
    const file = path === entry ? `../${entry}` : `./${path.slice(entry.length + 1)}`;
    write(`${entry}/package.json`, { type: "module", sideEffects: false, main: `${file}.cjs`, module: `${file}.js`, types: `${file}.d.cts` });
  }
}

function conditions(file) {
  const module = { types: `./${file}.d.ts`, default: `./${file}.js` };
  return { module, import: module, require: { types: `./${file}.d.cts`, default: `./${file}.cjs` } };
}

function write(file, manifest) {
  writeFileSync(published(file), `${JSON.stringify(manifest, null, 2)}\n`);
}
