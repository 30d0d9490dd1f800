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

function keepPublic(declarations, isPublic) {
  const source = ts.createSourceFile("forms.d.ts", declarations, ts.ScriptTarget.Latest, true);
  return source.statements
    .filter((statement) => statement.name && isPublic(statement.name.text))
    .map((statement) => statement.getFullText().trim())
    .map((statement) => `${statement}\n`)
    .join("\n");
}

const diagnosticsHost = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => template(""), getNewLine: () => "\n" };
