// What an editor suggests inside a call and shows for a field under the pointer, from the language service that editors use.
import assert from "node:assert/strict";
import { test } from "node:test";
import ts from "typescript";

const FILE = `${process.cwd()}/edited.ts`;

function serviceFor(text) {
  const host = {
    getScriptFileNames: () => [FILE],
    getScriptVersion: () => "1",
    getScriptSnapshot: (file) => (file === FILE ? ts.ScriptSnapshot.fromString(text) : ts.sys.fileExists(file) ? ts.ScriptSnapshot.fromString(ts.sys.readFile(file)) : undefined),
    getCurrentDirectory: () => process.cwd(),
    getCompilationSettings: () => ({ strict: true, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, target: ts.ScriptTarget.ES2022, types: [] }),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (file) => file === FILE || ts.sys.fileExists(file),
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  };
  return ts.createLanguageService(host);
}

function proposed(code) {
  const text = `import * as payscore from "payscore";\n${code}`;
  const { entries } = serviceFor(text.replace("|", "")).getCompletionsAtPosition(FILE, text.indexOf("|"), {});
  return entries.map(({ name }) => name);
}

function said(code) {
  const text = `import * as payscore from "payscore";\n${code}`;
  const { documentation, displayParts } = serviceFor(text.replace("|", "")).getQuickInfoAtPosition(FILE, text.indexOf("|"));
  return `${ts.displayPartsToString(displayParts)}\n${ts.displayPartsToString(documentation)}`;
}

for (const [code, names] of [
  ["payscore.validateOrder({ | })", ["out_order_no", "post_payments", "total_amount", "time_range"]],
  ["payscore.validateOrder({ post_payments: [{ | }] })", ["name", "amount", "description", "count"]],
  ["payscore.nextActions({ | })", ["state", "state_description", "collection"]],
  ["payscore.explainError({ | })", ["code", "message", "operation", "requestId", "detail"]],
  ["payscore.buildCompleteRequest({ time_range: { | } })", ["start_time", "end_time"]],
  ['payscore.buildCompleteRequest({}, { industry: "|" })', ["hotel", "car_rental"]],
  ['declare const issue: payscore.Issue; if (issue.pointer === "|") {}', ["/total_amount", "/time_range/end_time"]],
  ['declare const issue: payscore.Issue; if (issue.code === "|") {}', ["total_mismatch", "exceeds_risk_fund"]],
]) {
  test(`${code} proposes ${names.join(", ")}`, () => {
    const missing = names.filter((name) => !proposed(code).includes(name));
    assert.deepEqual(missing, []);
  });
}

test("under the pointer a draft's field says what a draft takes", () => {
  const amount = said("const draft: payscore.CompletionDraft = { post_payments: [{ am|ount: 1 }] }");
  assert.match(amount, /元/);
  const time = said("const draft: payscore.CompletionDraft = { time_range: { end_|time: 1 } }");
  assert.match(time, /Date/);
  assert.doesNotMatch(time, /`yyyyMMddHHmmss` \| `yyyyMMdd`[。.]?$/m);
  const total = said("const draft: payscore.CompletionDraft = { total_am|ount: 1 }");
  assert.match(total, /计算|computed/);
  const number = said('const draft: payscore.CompletionDraft = { out_order|_no: "1" }');
  assert.match(number, /created/);
});
