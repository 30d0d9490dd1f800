import { build } from "esbuild";
import { writeGlueFactory } from "../build/glue.mjs";
import { bindgen, template } from "../build/paths.mjs";
import { run } from "../lib/command.mjs";
import { inProject } from "../lib/project.mjs";

/** Tests a panic in a build that has one on purpose; everything around its wasm is that of the package. */
export async function checkFault() {
  const inFault = (file) => inProject("target/fault", file);
  run("cargo", ["xtask", "fault"]);
  await writeGlueFactory(inFault(""), inFault("glue.js"));
  await build({
    stdin: {
      contents: `export { initSync } from ${JSON.stringify(template("slim/init.js"))}; export { call } from ${JSON.stringify(template("instance.js"))};`,
      resolveDir: inFault(""),
    },
    bundle: true,
    format: "esm",
    alias: { "#glue": inFault("glue.js"), "#source": template("source/supplied.js"), "#error-texts": bindgen("error-texts.js") },
    outfile: inFault("entry.mjs"),
    logLevel: "warning",
  });
  run(process.execPath, ["--test", "--test-reporter=spec", inProject("tests/fault/fault.test.mjs")]);
}
