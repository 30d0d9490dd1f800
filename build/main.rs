//! Compiles in the files of `data/`: what the rules need becomes Rust statics, and what only people read becomes JSON that the
//! package carries beside the wasm. So the wasm holds neither a parser nor prose.

mod errors;
mod industries;
mod written;

use std::error::Error;
use std::path::Path;
use std::{env, fs};

pub type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let out = env::var("OUT_DIR")?;
    compile("industry-profiles", industries::compiled, Path::new(&out))?;
    compile("api-errors", errors::compiled, Path::new(&out))
}

/// What a data file becomes.
pub struct Compiled {
    rust: String,
    json: String,
}

fn compile(name: &str, compiled: fn(&str) -> Result<Compiled>, out: &Path) -> Result<()> {
    let file = format!("data/{name}.yaml");
    println!("cargo::rerun-if-changed={file}");
    let Compiled { rust, json } = compiled(&fs::read_to_string(&file)?).map_err(|fault| format!("{file}: {fault}"))?;
    fs::write(out.join(name).with_extension("rs"), rust)?;
    fs::write(out.join(name).with_extension("json"), json)?;
    Ok(())
}
