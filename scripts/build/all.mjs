import { run } from "../lib/command.mjs";
import { once } from "../lib/once.mjs";
import { optimizeWasm } from "./optimize.mjs";
import { writePackage } from "./package.mjs";
import { measure, table } from "./sizes.mjs";

const rust = {
  inputs: ["Cargo.toml", "Cargo.lock", ".cargo", "build", "data", "src", "xtask"],
  outputs: ["target/bindgen"],
};
const npmPackage = {
  inputs: [
    ...["target/bindgen", "pkg-template", "scripts/build", "package-lock.json", "README.md", "README.en.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"],
    // The sources of the handbook.
    ...["docs/start.md", "docs/decisions.md", "docs/cli", "docs/recipes", "docs/en/start.md", "docs/en/decisions.md", "docs/en/cli", "docs/en/recipes", "docs/remedies.yaml", "docs/.vitepress/words.mjs"],
    ...["scripts/docs", "data/api-errors.yaml", "tests/cases", "tests/package/tables.mjs", "tests/consumers", "tests/forms"],
  ],
  outputs: ["target/package", "pkg"],
};

/** From the sources to `pkg/`, the folder that is published. */
export async function build() {
  await once("bindgen", rust, () => run("cargo", ["xtask"]));
  await once("package", npmPackage, async () => {
    optimizeWasm();
    await writePackage();
    // It needs the built package, for its rules.
    const { writeHandbook } = await import("../docs/handbook.mjs");
    writeHandbook();
  });
  console.log(table(measure()));
}
