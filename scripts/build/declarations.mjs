import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import ts from "typescript";
import { Problem } from "../lib/command.mjs";
import { bindgen, published, template } from "./paths.mjs";

/** The entries written in TypeScript, each with the folders of its public declarations. */
const WRITTEN_HERE = { "forms/index": ["forms"], react: ["hooks", "react"], vue: ["hooks", "vue"] };

export function writeDeclarations() {
  const core = [template("default/init.d.ts"), bindgen("payscore.d.ts"), template("create-validator.d.ts"), template("completion-schema.d.ts")];
  write("core", joined(core));
  write("index", joined([...core, template("batch.d.ts")]));
  write("values", readFileSync(template("values.d.ts"), "utf8"));
  write("slim/index", readFileSync(template("slim/index.d.ts"), "utf8"));
  write("rules/index", readFileSync(template("rules/index.d.ts"), "utf8"));
  for (const [file, folders] of Object.entries(WRITTEN_HERE)) write(file, declarationsOf(folders));
  write("tables/index", tablesDeclarations());
}

const joined = (parts) => parts.map((part) => readFileSync(part, "utf8")).join("\n");

function write(name, declarations) {
  writeFileSync(published(`${name}.d.ts`), declarations);
  writeFileSync(published(`${name}.d.cts`), declarations.replaceAll(/"(\.[^"]*)\.js"/g, '"$1.cjs"'));
}

/** What the index of the last folder exports, gathered from all files of the folders, without the imports between them. */
function declarationsOf(folders) {
  const index = readFileSync(template(folders.at(-1), "index.ts"), "utf8");
  const isPublic = (name) => new RegExp(`\\b${name}\\b`).test(index);
  const sources = folders.flatMap(sourcesIn).map(emitted);
  const declarations = sources.flatMap((source) => publicOf(source, isPublic));
  const text = declarations.join("\n");
  return [...importsOf(sources, text), text].join("\n");
}

/** What the index of `tables/` exports, with types inferred by the compiler. */
function tablesDeclarations() {
  const { config } = ts.readConfigFile(template("cli/tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, template("cli"));
  const written = new Map();
  const program = ts.createProgram([template("tables/index.ts")], { ...options, noEmit: false, declaration: true, emitDeclarationOnly: true });
  const { diagnostics } = program.emit(undefined, (file, text) => written.set(file, text));
  const faults = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (faults.length > 0) throw new Problem(ts.formatDiagnostics(faults, diagnosticsHost));
  const checker = program.getTypeChecker();
  const index = program.getSourceFile(template("tables/index.ts"));
  const names = new Set(checker.getExportsOfModule(checker.getSymbolAtLocation(index)).map(({ name }) => name));
  const files = [...written].sort(([one], [other]) => one.localeCompare(other));
  const declarations = files.flatMap(([file, text]) => publicOf(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), (name) => names.has(name)));
  const text = declarations.join("\n").replaceAll(/^export type (\w+) = .*typeof .*;$/gm, spelledOut);
  const imported = new Set(files.flatMap(([, file]) => [...file.matchAll(/^import type {([^}]*)} from "payscore";/gm)].flatMap(([, list]) => list.match(/\w+/g))));
  const used = [...imported].filter((name) => new RegExp(`\\b${name}\\b`).test(text)).sort();
  return `import type { ${used.join(", ")} } from "../index.js";\n\n${text}`;

  /** A type derived from a constant, replaced by the names it stands for. */
  function spelledOut(_, name) {
    const symbol = checker.getExportsOfModule(checker.getSymbolAtLocation(index)).find((symbol) => symbol.name === name);
    const type = checker.getDeclaredTypeOfSymbol(checker.getAliasedSymbol(symbol));
    return `export type ${name} = ${(type.types ?? [type]).map((each) => checker.typeToString(each)).join(" | ")};`;
  }
}

function publicOf(source, isPublic) {
  return source.statements.filter((statement) => isPublic(nameOf(statement))).map((statement) => `${statement.getFullText().trim()}\n`);
}

function sourcesIn(folder) {
  const files = readdirSync(template(folder)).filter((file) => file.endsWith(".ts") && file !== "index.ts");
  return files.map((file) => template(folder, file));
}

function emitted(file) {
  const { outputText, diagnostics } = ts.transpileDeclaration(readFileSync(file, "utf8"), {
    fileName: file,
    reportDiagnostics: true,
    compilerOptions: { isolatedDeclarations: true, declaration: true },
  });
  if (diagnostics.length > 0) throw new Problem(ts.formatDiagnostics(diagnostics, diagnosticsHost));
  return ts.createSourceFile(file, outputText, ts.ScriptTarget.Latest, true);
}

function nameOf(statement) {
  const { name } = statement.declarationList?.declarations[0] ?? statement;
  return name?.text;
}

/** The imports from other packages that the declarations need. */
function importsOf(sources, declarations) {
  const names = new Map();
  for (const { moduleSpecifier, importClause } of sources.flatMap(({ statements }) => statements.filter(ts.isImportDeclaration))) {
    if (moduleSpecifier.text.startsWith(".")) continue;
    const used = importClause.namedBindings.elements.map(({ name }) => name.text).filter((name) => new RegExp(`\\b${name}\\b`).test(declarations));
    names.set(moduleSpecifier.text, new Set([...(names.get(moduleSpecifier.text) ?? []), ...used]));
  }
  return [...names].filter(([, used]) => used.size > 0).map(([module, used]) => `import type { ${[...used].sort().join(", ")} } from "${module}";\n`);
}

const diagnosticsHost = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => template(""), getNewLine: () => "\n" };
