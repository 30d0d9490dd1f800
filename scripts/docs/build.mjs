import { copyFileSync, existsSync, rmSync } from "node:fs";
import { BASE } from "../../docs/.vitepress/base.mjs";
import { run } from "../lib/command.mjs";
import { once } from "../lib/once.mjs";
import { writeApiPages } from "./api.mjs";
import { inDocs, installDocsPackages } from "./install.mjs";
import { checkLinks } from "./links.mjs";
import { writeLlmsTexts } from "./llms.mjs";

const GENERATED = ["rules", "operations", "refusals.md", "size.md", "api", "cli/help", "cli/columns.md", "en/rules", "en/operations", "en/refusals.md", "en/size.md", "en/api", "en/cli/help", "en/cli/columns.md", "en/trust.md"];

const site = {
  inputs: [
    ...[".vitepress", "public", "recipes", "en/recipes", "cli", "en/cli", "package-lock.json", "remedies.yaml", "tsconfig.json", "typedoc.json"],
    ...["index.md", "start.md", "life.md", "decisions.md", "trust.md", "engineering.md", "en/index.md", "en/start.md", "en/life.md", "en/decisions.md"],
  ]
    .map((file) => `docs/${file}`)
    .concat(["scripts/docs", "pkg", "data/api-errors.yaml", "tests/cases", "tests/package/tables.mjs", "tests/consumers", "tests/forms", "examples/spark/README.md", "README.md", "README.en.md", "CONTRIBUTING.md", "www/content-security-policy.mjs"]),
  outputs: ["www/dist/docs"],
};

/** The documents as a site in `www/dist/docs`, beside the page. */
export async function buildDocs() {
  await once(`docs${BASE.replaceAll("/", "-")}`, site, async () => {
    await installDocsPackages();
    for (const folder of GENERATED) rmSync(inDocs(folder), { recursive: true, force: true });
    // Imported here, because it needs the built package, which a fresh clone has only now.
    const { writeRulePages } = await import("./rules.mjs");
    writeRulePages();
    const { writeCommandLinePages } = await import("./command-line.mjs");
    writeCommandLinePages();
    const { writeRefusalPages } = await import("./refusal-page.mjs");
    writeRefusalPages();
    const { writeOperationPages } = await import("./operation-page.mjs");
    writeOperationPages();
    const { writeSizePages } = await import("./size-page.mjs");
    writeSizePages();
    writeApiPages();
    // One page for both languages.
    if (existsSync(inDocs("trust.md"))) copyFileSync(inDocs("trust.md"), inDocs("en/trust.md"));
    run(process.execPath, [inDocs("node_modules/vitepress/bin/vitepress.js"), "build", inDocs()], { env: { ...process.env, NODE_ENV: "production" } });
    writeLlmsTexts();
    checkLinks();
  });
}
