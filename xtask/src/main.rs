//! `cargo xtask` generates from the Rust sources what the npm package is assembled from, in `target/bindgen/`:
//!
//! | file | holds |
//! |---|---|
//! | `payscore_bg.wasm`, `payscore.js`, `snippets/` | the rules and the glue that calls them |
//! | `payscore.d.ts` | the declarations of all that Rust exports |
//! | `data.js` | the constants |
//! | `bytes/` | the wasm and glue of the build for bytes |
//! | `error-texts.js` | the explanation of each refusal of the API |
//! | `schema.json`, `schema.draft-07.json` | the JSON Schema of a completion's body |
//! | `schemas/` | the same for every request with a body, by operation |
//! | `version.txt` | the crate's version, which is the package's too |

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context as _, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

const TARGET: &str = "wasm32-unknown-unknown";

fn main() -> Result<()> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask is in the workspace's folder")?;
    let out = workspace.join("target/bindgen");
    if env::args().nth(1).as_deref() == Some(FAULT.name) {
        return write_glue(&compile(workspace, &FAULT)?, &workspace.join("target").join(FAULT.name));
    }

    let wasm = compile(workspace, &OBJECTS)?;
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    fs::create_dir_all(out.join("schemas"))?;
    write_glue(&wasm, &out)?;
    write_glue(&compile(workspace, &BYTES)?, &out.join(BYTES.name))?;
    fs::write(out.join("payscore.d.ts"), declarations(&wasm)?)?;
    fs::write(out.join("data.js"), constants())?;
    let error_texts = payscore::declarations::error_texts();
    fs::write(out.join("error-texts.js"), format!("export default {error_texts};\n"))?;
    fs::write(out.join("sources.json"), payscore::declarations::sources().to_string())?;
    for (file, schema) in payscore::declarations::schemas() {
        fs::write(out.join(file), schema)?;
    }
    fs::write(out.join("version.txt"), env!("CARGO_PKG_VERSION"))?;
    Ok(())
}

struct Build {
    name: &'static str,
    profile: &'static str,
    features: &'static str,
    rustflags: &'static [&'static str],
}

/// Optimised for size, but with small functions inlined: the entry is 1 % larger, and takes 14 % less time.
const OBJECTS: Build = Build { name: "objects", profile: "release", features: "", rustflags: &["-Cllvm-args=-inline-threshold=80"] };
/// Only for the test of a panic: `cargo xtask fault`, into `target/fault/`.
const FAULT: Build = Build { name: "fault", features: "fault", ..OBJECTS };
const BYTES: Build = Build { name: "bytes", profile: "bytes", features: "bytes", rustflags: &[] };

fn compile(workspace: &Path, build: &Build) -> Result<PathBuf> {
    // A folder for each: with changed flags cargo would rebuild everything.
    let target_dir = workspace.join("target/wasm").join(build.name);
    let status = Command::new(env!("CARGO"))
        .current_dir(workspace)
        .args(["build", "--lib", "--package", "payscore", "--profile", build.profile, "--features", build.features])
        .args(["--target", TARGET])
        .arg("--target-dir")
        .arg(&target_dir)
        .arg("--config")
        .arg(rustflags(workspace, build)?)
        .status()?;
    ensure!(status.success(), "cargo could not build the wasm");
    Ok(target_dir.join(TARGET).join(build.profile).join("payscore.wasm"))
}

/// Without these, panic locations would put the builder's paths into the package, which would differ between machines.
fn rustflags(workspace: &Path, build: &Build) -> Result<String> {
    let cargo_home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .context("neither CARGO_HOME nor a home folder is known")?;
    let mut flags = vec![
        format!("--remap-path-prefix={}=cargo", cargo_home.display()),
        format!("--remap-path-prefix={}=payscore", workspace.display()),
    ];
    flags.extend(build.rustflags.iter().map(ToString::to_string));
    Ok(format!("target.{TARGET}.rustflags = {flags:?}"))
}

fn write_glue(wasm: &Path, out: &Path) -> Result<()> {
    Bindgen::new()
        .input_path(wasm)
        .web(true)?
        // Its fallback `new URL("payscore_bg.wasm", import.meta.url)` would make bundlers ship the wasm twice.
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(out)
}

/// The `bundler` target declares only the functions; the `web` target also declares how to load the wasm, which the package
/// does itself.
fn declarations(wasm: &Path) -> Result<String> {
    let bindings = Bindgen::new().input_path(wasm).bundler(true)?.typescript(true).generate_output()?;
    let functions = bindings.ts().context("wasm-bindgen wrote no declarations")?;
    let functions = functions.trim_start_matches("/* tslint:disable */\n").trim_start_matches("/* eslint-disable */\n");
    Ok(format!("{}\n\n{}", functions.trim(), payscore::declarations::typescript()))
}

fn constants() -> String {
    payscore::declarations::data().into_iter().fold(String::new(), |mut module, (name, json)| {
        let _ = writeln!(module, "export const {name} = {json};");
        module
    })
}
