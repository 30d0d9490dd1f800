import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import ts from "typescript";
import { Problem } from "../lib/command.mjs";
import { bindgen, published, template } from "./paths.mjs";

export function writeDeclarations() {
  const parts = [template("default/init.d.ts"), bindgen("payscore.d.ts"), template("completion-schema.d.ts"), template("batch.d.ts")];
  write("index", parts.map((part) => readFileSync(part, "utf8")).join("\n"));
  write("slim/index", readFileSync(template("slim/index.d.ts"), "utf8"));
  write("rules/index", readFileSync(template("rules/index.d.ts"), "utf8"));
  write("forms/index", formsDeclarations());
  write("tables/index", tablesDeclarations());
}

function write(name, declarations) {
  writeFileSync(published(`${name}.d.ts`), declarations);
  writeFileSync(published(`${name}.d.cts`), declarations.replaceAll(/"(\.[^"]*)\.js"/g, '"$1.cjs"'));
}

/** The declarations of all files of `forms/` in one, without the imports between them and what only they use. */
function formsDeclarations() {
  const index = readFileSync(template("forms/index.ts"), "utf8");
  const isPublic = (name) => new RegExp(`\\b${name}\\b`).test(index);
  const files = readdirSync(template("forms")).filter((file) => file.endsWith(".ts") && file !== "index.ts");
  return files.map((file) => keepPublic(declarationsOf(template("forms", file)), isPublic)).join("\n");
}

function declarationsOf(file) {
  const { outputText, diagnostics } = ts.transpileDeclaration(readFileSync(file, "utf8"), {
    fileName: file,
    reportDiagnostics: true,
    compilerOptions: { isolatedDeclarations: true, declaration: true },
  });
  if (diagnostics.length > 0) throw new Problem(ts.formatDiagnostics(diagnostics, diagnosticsHost));
  return outputText;
}

/** The same of `tables/`, whose types are found out by the compiler. */
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
  const declarations = files.map(([, text]) => keepPublic(text, (name) => names.has(name))).filter(Boolean);
  const text = declarations.join("\n").replaceAll(/^export type (\w+) = .*typeof .*;$/gm, spelledOut);
  const imported = new Set(files.flatMap(([, file]) => [...file.matchAll(/^import type {([^}]*)} from "payscore";/gm)].flatMap(([, list]) => list.match(/\w+/g))));
  const used = [...imported].filter((name) => new RegExp(`\\b${name}\\b`).test(text)).sort();
  return `import type { ${used.join(", ")} } from "../index.js";\n\n${text}`;

  /** A type that is taken from a constant, as the names that it stands for. */
  function spelledOut(_, name) {
    const symbol = checker.getExportsOfModule(checker.getSymbolAtLocation(index)).find((symbol) => symbol.name === name);
    const type = checker.getDeclaredTypeOfSymbol(checker.getAliasedSymbol(symbol));
    return `export type ${name} = ${(type.types ?? [type]).map((each) => checker.typeToString(each)).join(" | ")};`;
  }
}

function keepPublic(declarations, isPublic) {
  const source = ts.createSourceFile("forms.d.ts", declarations, ts.ScriptTarget.Latest, true);
  return source.statements
    .filter((statement) => namesOf(statement).some(isPublic))
    .map((statement) => statement.getFullText().trim())
    .map((statement) => `${statement}\n`)
    .join("\n");
}

const namesOf = (statement) => [statement, ...(statement.declarationList?.declarations ?? [])].flatMap(({ name }) => (name ? [name.text] : []));

const diagnosticsHost = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => template(""), getNewLine: () => "\n" };
