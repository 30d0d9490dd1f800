//! From JavaScript to the core and back. This module converts; it holds no rule.
//!
//! The package holds two builds: one small, for objects, and with the feature `bytes` one fast, for bytes.

use alloc::vec;

use wasm_bindgen::prelude::*;

#[cfg(feature = "bytes")]
mod bytes;
#[cfg(not(feature = "bytes"))]
mod objects;

use crate::fields::Table;
use crate::layout::{self, Layout, OF_OPTIONS, TABLES};
use crate::tape::{Tape, Value};
use crate::wrong_option::WrongOption;

#[wasm_bindgen(module = "/src/binding/tape.js")]
extern "C" {
    /// How many words a value takes; none where the caller's code threw.
    fn read(value: &JsValue, depth: u32, is_draft: bool, layout: usize) -> usize;
    /// How many bytes of text belong to them.
    #[wasm_bindgen(js_name = textLength)]
    fn text_length() -> usize;
    fn take(words: *mut u64, text: *mut u8);
    #[wasm_bindgen(catch, js_name = throwAgain)]
    fn throw_again() -> Result<(), JsValue>;
    fn write(words: *const u64, text: *const u8) -> JsValue;
    fn learn(memory: JsValue, words: *const u64, text: *const u8, rows: usize);
}

/// Makes the names of the fields known, so that they need not be read letter by letter.
#[wasm_bindgen(start, private)]
fn tell_layouts() {
    let mut layouts = Tape::default();
    layouts.push(Value::Array((TABLES.len() as u32).saturating_add(1)));
    for table in TABLES {
        layouts.push(Value::Array((table.fields.len() as u32).saturating_mul(2)));
        for field in table.fields {
            push_row(&mut layouts, field.name, layout::inner(field));
        }
    }
    layouts.push(Value::Array((OF_OPTIONS.len() as u32).saturating_mul(2)));
    for (name, table) in OF_OPTIONS {
        push_row(&mut layouts, name, Some(table));
    }
    learn(wasm_bindgen::memory(), layouts.words().as_ptr(), layouts.text().as_ptr(), layout::ROWS);
}

fn push_row(layouts: &mut Tape, name: &str, inner: Option<&'static Table>) {
    layouts.push_text(name);
    layouts.push(inner.map_or(Value::Null, |table| Value::Number(Layout::Table(table).number() as f64)));
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

fn read_tape(value: &JsValue, depth: u32, is_draft: bool, layout: Layout) -> Result<Tape, JsValue> {
    taken(read(value, depth, is_draft, layout.number()))
}

fn taken(words: usize) -> Result<Tape, JsValue> {
    if words == 0 {
        throw_again()?;
    }
    let (mut words, mut text) = (vec![0; words], vec![0; text_length()]);
    take(words.as_mut_ptr(), text.as_mut_ptr());
    Ok(Tape::new(words, text))
}

fn type_error(wrong: WrongOption) -> JsValue {
    let mut message = Tape::default();
    message.push_bytes(&wrong.message());
    TypeError::new(to_js(&message)).into()
}

fn to_js(tape: &Tape) -> JsValue {
    write(tape.words().as_ptr(), tape.text().as_ptr())
}

/// Smaller and faster than the default, dlmalloc, which takes 9 KB.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// No message: its formatting would take 7 KB, and the loader says what a trap means.
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    core::arch::wasm32::unreachable()
}
