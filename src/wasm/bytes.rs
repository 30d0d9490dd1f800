//! The functions of the package that take bytes.

use js_sys::{Array, Date};
use wasm_bindgen::prelude::*;

use super::{ANY_JSON, options_tape, string_of, taken, to_js, type_error};
use crate::batch::{self, BatchOptions, Context, Counts, OrderReport};
use crate::input::json::Encoding;
use crate::options::read::locale_of;

#[wasm_bindgen(module = "/src/input/tape.js")]
extern "C" {
    /// As `read` does, what the caller's function says of an order.
    #[wasm_bindgen(js_name = readAnswer)]
    fn read_answer(ask: &JsValue, index: f64, out_order_no: JsValue, depth: u32) -> usize;
}

/// A batch under way, with the bytes that are not yet consumed.
#[wasm_bindgen]
pub struct Batch {
    batch: batch::Batch,
    bytes: Vec<u8>,
    left: usize,
}

#[wasm_bindgen(js_name = openBatch)]
pub fn open_batch() -> Batch {
    Batch { batch: batch::Batch::new(BatchOptions::default()), bytes: Vec::new(), left: 0 }
}

#[wasm_bindgen(js_name = startBatch)]
pub fn start_batch(batch: &mut Batch, options: &JsValue) -> Result<(), JsValue> {
    let options = if options.is_undefined() {
        BatchOptions::at(Date::now())
    } else {
        let tape = options_tape(options)?;
        BatchOptions::read(&tape, Date::now()).map_err(|wrong| type_error(&wrong, locale_of(&tape)))?
    };
    batch.batch.restart(options);
    batch.left = 0;
    Ok(())
}

/// The address of room for so many bytes, behind those that are left.
#[wasm_bindgen(js_name = roomInBatch)]
pub fn room_in_batch(batch: &mut Batch, bytes: usize) -> *const u8 {
    let end = batch.left + bytes;
    if batch.bytes.len() < end {
        batch.bytes.resize(end + end / 2, 0);
    }
    batch.bytes[batch.left..].as_ptr()
}

/// Checks what is whole now that so many bytes have come into the room, and returns the orders with issues.
/// `is_text` tells that they are made of a JavaScript string.
#[wasm_bindgen(js_name = checkBatch)]
pub fn check_batch(batch: &mut Batch, bytes: usize, is_text: bool, is_last: bool, ask: &JsValue) -> Result<JsValue, JsValue> {
    batch.batch.expect(if is_text { Encoding::Wtf8 } else { Encoding::Utf8 });
    let end = batch.left + bytes;
    let locale = batch.batch.locale();
    let mut context = |index: u64, out_order_no: Option<&[u8]>| {
        let number = out_order_no.map_or(JsValue::NULL, |number| string_of(number).into());
        let answer = taken(read_answer(ask, index as f64, number, ANY_JSON))?;
        Context::read(&mut answer.cursor(), &answer).map_err(|wrong| type_error(&wrong, locale))
    };
    let is_asked = ask.is_function();
    let found = Array::new();
    let mut tell = |order: &OrderReport| {
        found.push(&to_js(order));
    };
    let consumed = batch.batch.check(&batch.bytes[..end], is_last, is_asked.then_some(&mut context), &mut tell)?;
    batch.bytes.copy_within(consumed..end, 0);
    batch.left = end - consumed;
    Ok(if found.length() == 0 { JsValue::UNDEFINED } else { found.into() })
}

/// Orders, invalid ones, errors, warnings and bytes; and whether more issues were found than told of.
#[wasm_bindgen(js_name = countsOfBatch)]
pub fn counts_of_batch(batch: &Batch) -> Vec<f64> {
    let Counts { orders, invalid, errors, warnings, bytes } = batch.batch.counts();
    let truncated = u64::from(batch.batch.is_truncated());
    [orders, invalid, errors, warnings, bytes, truncated].map(|count| count as f64).to_vec()
}

/// `WebAssembly.Memory`, to write into the room.
#[wasm_bindgen(js_name = memoryOfBatches)]
pub fn memory_of_batches() -> JsValue {
    wasm_bindgen::memory()
}
