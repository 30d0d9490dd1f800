import { writeFileSync } from "node:fs";
import { builderOf } from "../../tests/package/tables.mjs";
import { intermediate, template } from "./paths.mjs";

/** The module of `payscore/rules`. Its examples come from the package just built, which must therefore exist. */
export async function writeRules() {
  const { catalogue } = await import("../docs/catalogue.mjs");
  const rules = JSON.stringify(catalogue().map(entry));
  writeFileSync(intermediate("rules.js"), `export const rules = ${rules};\nexport { fileRules } from ${JSON.stringify(template("tables/issue.ts"))};\n`);
}

function entry({ rule, remedy, example: { bytes, document, operation, options }, issues }) {
  const inBoth = (of) => ({ "zh-CN": of(issues["zh-CN"]), en: of(issues.en) });
  return {
    ...rule,
    remedy: { "zh-CN": remedy.zh, en: remedy.en },
    example: {
      call: bytes ? "validateBatch" : operation ? builderOf(operation) : "validateOrder",
      input: bytes ?? document,
      options,
      issue: { pointer: issues.en.pointer, message: inBoth(({ message }) => message), source: inBoth(({ source }) => source) },
    },
  };
}
