//! From JavaScript to the core and back. This module converts; it holds no rule.
//!
//! The package holds two builds: one small, for objects, and with the feature `bytes` one fast, for bytes.

use alloc::vec;

use wasm_bindgen::prelude::*;

#[cfg(feature = "bytes")]
mod bytes;
#[cfg(not(feature = "bytes"))]
mod objects;

use crate::fields;
use crate::tape::{Tape, Value};
use crate::wrong_option::WrongOption;

#[wasm_bindgen(module = "/src/binding/tape.js")]
extern "C" {
    /// How many words a value takes; none where the caller's code threw.
    fn read(value: &JsValue, depth: u32, is_draft: bool) -> usize;
    /// How many bytes of text belong to them.
    #[wasm_bindgen(js_name = textLength)]
    fn text_length() -> usize;
    fn take(words: &mut [f64], text: &mut [u8]);
    #[wasm_bindgen(catch, js_name = throwAgain)]
    fn throw_again() -> Result<(), JsValue>;
    fn write(words: &[f64], text: &[u8]) -> JsValue;
    fn learn(words: &[f64], text: &[u8], rows: usize);
}

/// Makes the names of the fields known, so that they need not be read letter by letter.
#[wasm_bindgen(start, private)]
fn tell_names() {
    let mut tape = Tape::default();
    let tables = fields::names();
    tape.push(Value::Array(tables.len() as u32));
    for table in tables {
        tape.push(Value::Array(table.len() as u32));
        table.for_each(|name| tape.push_text(name));
    }
    learn(tape.words(), tape.text(), fields::ROWS);
}

#[wasm_bindgen]
extern "C" {
    /// Epoch milliseconds.
    #[wasm_bindgen(js_namespace = Date, js_name = now)]
    fn clock() -> f64;
    type TypeError;
    #[wasm_bindgen(constructor)]
    fn new(message: JsValue) -> TypeError;
}

/// As deep as two bodies are compared.
const ANY_JSON: u32 = 500;

fn read_tape(value: &JsValue, depth: u32, is_draft: bool) -> Result<Tape, JsValue> {
    taken(read(value, depth, is_draft))
}

fn taken(words: usize) -> Result<Tape, JsValue> {
    if words == 0 {
        throw_again()?;
    }
    let (mut words, mut text) = (vec![0.0; words], vec![0; text_length()]);
    take(&mut words, &mut text);
    Ok(Tape::new(words, text))
}

fn type_error(wrong: WrongOption) -> JsValue {
    let mut message = Tape::default();
    message.push_bytes(&wrong.message());
    TypeError::new(to_js(&message)).into()
}

fn to_js(tape: &Tape) -> JsValue {
    write(tape.words(), tape.text())
}

/// Smaller and faster than the default, dlmalloc, which takes 9 KB.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// No message: its formatting would take 7 KB, and the loader says what a trap means.
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    core::arch::wasm32::unreachable()
}
