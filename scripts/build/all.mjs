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
    ...["target/bindgen", "pkg-template", "scripts/build", "package-lock.json", "README.md", "README.en.md", "LICENSE-MIT", "LICENSE-APACHE"],
    // Of these comes `payscore/rules`.
    ...["docs/remedies.yaml", "scripts/docs/catalogue.mjs", "scripts/docs/examples.mjs", "tests/cases", "tests/package/tables.mjs"],
  ],
  outputs: ["target/package", "pkg"],
};

/** From the sources to `pkg/`, the folder that is published. */
export async function build() {
  await once("bindgen", rust, () => run("cargo", ["xtask"]));
  await once("package", npmPackage, async () => {
    optimizeWasm();
    await writePackage();
  });
  console.log(table(measure()));
}
