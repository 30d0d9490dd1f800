import { copyFileSync, readFileSync } from "node:fs";
import ts from "typescript";
import { published } from "../build/paths.mjs";
import { Problem } from "../lib/command.mjs";
import { inProject } from "../lib/project.mjs";

const generated = published("index.d.ts");
const accepted = inProject("tests/declarations/payscore.d.ts");

export function acceptDeclarations() {
  copyFileSync(generated, accepted);
}

export function checkDeclarations() {
  const now = readFileSync(generated, "utf8").split("\n");
  const before = readFileSync(accepted, "utf8").split("\n");
  const line = now.findIndex((text, index) => text !== before[index]);
  if (line < 0 && now.length === before.length) return;
  const at = line < 0 ? now.length : line;
  throw new Problem(
    [
      `The declarations differ from tests/declarations/payscore.d.ts, first on line ${at + 1}:`,
      `  accepted:  ${before[at] ?? "(end of file)"}`,
      `  generated: ${now[at] ?? "(end of file)"}`,
      "They are what users compile against. If the change is intended: npm run declarations:accept",
    ].join("\n"),
  );
}

export function checkNoAny() {
  const source = ts.createSourceFile(generated, readFileSync(generated, "utf8"), ts.ScriptTarget.Latest, true);
  const found = [];
  const visit = (node) => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) {
      found.push(source.getLineAndCharacterOfPosition(node.getStart()).line + 1);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  if (found.length > 0) throw new Problem(`pkg/index.d.ts uses any on line ${found.join(", ")}`);
}
