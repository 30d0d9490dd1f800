//! From JavaScript to the core and back. This module converts; it holds no rule.
//!
//! The package holds two builds: one small, for objects, and with the feature `bytes` one fast, for bytes.

#[cfg(feature = "bytes")]
mod bytes;
#[cfg(feature = "fault")]
mod fault;
#[cfg(not(feature = "bytes"))]
mod objects;

use std::panic::{self, PanicHookInfo};

use js_sys::{Array, JsString, Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::{Serializer, preserve};
use wasm_bindgen::prelude::*;

use crate::compose::diff::Original;
use crate::input::tape::Tape;
use crate::input::value::Json;
use crate::options::wrong::WrongOption;
use crate::values::language::Locale;
use crate::values::text::{Character, Given, characters};

#[wasm_bindgen(module = "/src/input/tape.js")]
extern "C" {
    /// How many words options take; none where the caller's code threw.
    #[wasm_bindgen(js_name = readOptions)]
    fn read_options(options: &JsValue, depth: u32) -> usize;
    /// How many bytes of text belong to them; none where nothing was read.
    #[wasm_bindgen(js_name = textLength)]
    fn text_length() -> Option<usize>;
    fn take(words: *mut u64, text: *mut u8);
    #[wasm_bindgen(catch, js_name = throwAgain)]
    fn throw_again() -> Result<(), JsValue>;
    #[wasm_bindgen(js_name = learnMemory)]
    fn learn_memory(memory: JsValue);
    #[wasm_bindgen(js_name = noteFault)]
    fn note_fault(message: &str);
}

#[wasm_bindgen(start, private)]
fn start() {
    panic::set_hook(Box::new(tell_fault));
    learn_memory(wasm_bindgen::memory());
}

/// A fault of ours says its file and line in the console, and in the Error that the package throws.
fn tell_fault(info: &PanicHookInfo) {
    note_fault(&info.to_string());
    console_error_panic_hook::hook(info);
}

/// As deep as two bodies are compared.
const ANY_JSON: u32 = 500;

fn options_tape(options: &JsValue) -> Result<Tape, JsValue> {
    taken(read_options(options, ANY_JSON))
}

fn taken(words: usize) -> Result<Tape, JsValue> {
    if words == 0 {
        throw_again()?;
    }
    let (mut words, mut text) = (vec![0; words], vec![0; text_length().unwrap_or_default()]);
    take(words.as_mut_ptr(), text.as_mut_ptr());
    Ok(Tape::new(words, text))
}

fn type_error(wrong: &WrongOption, locale: Locale) -> JsValue {
    js_sys::TypeError::new(&wrong.message(locale)).into()
}

/// Every result leaves by here.
fn to_js(result: &(impl Serialize + ?Sized)) -> JsValue {
    const SERIALIZER: Serializer = Serializer::json_compatible();
    result.serialize(&SERIALIZER).unwrap_or_else(|_| panic!("a result is made of what JavaScript has"))
}

impl Serialize for Given {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match str::from_utf8(&self.0) {
            Ok(text) => serializer.serialize_str(text),
            Err(_) => preserve::serialize(&string_of(&self.0), serializer),
        }
    }
}

impl Serialize for Original<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        preserve::serialize(&value_of(self.0), serializer)
    }
}

/// Text that Rust's strings cannot hold, as JavaScript's may, with lone surrogates: WTF-8 as UTF-16.
fn string_of(text: &[u8]) -> JsString {
    let mut units = Vec::with_capacity(text.len());
    for character in characters(text) {
        match character {
            Character::Scalar(scalar) => units.extend_from_slice(scalar.encode_utf16(&mut [0; 2])),
            Character::LoneSurrogate(unit) => units.push(unit),
        }
    }
    JsString::from_char_code(&units)
}

/// JSON as the value it stands for. Every key is the object's own, `__proto__` too.
fn value_of(json: &Json) -> JsValue {
    match json {
        Json::Null | Json::Opaque(_) => JsValue::NULL,
        Json::Bool(value) => (*value).into(),
        Json::Number(number) => (*number).into(),
        Json::Text(text) => string_of(text).into(),
        Json::List(items) => items.iter().map(value_of).collect::<Array>().into(),
        Json::Object(members) => {
            let object = Object::new();
            for (key, member) in members {
                give(&object, &string_of(key), &value_of(member));
            }
            object.into()
        }
    }
}

/// Gives an object a property of its own. To assign to `__proto__` would set the prototype.
fn give(object: &Object, key: &JsString, value: &JsValue) {
    let given = if *key == "__proto__" {
        let descriptor = Object::new();
        for name in ["writable", "enumerable", "configurable"] {
            give(&descriptor, &name.into(), &JsValue::TRUE);
        }
        give(&descriptor, &"value".into(), value);
        Reflect::define_property(object, key, &descriptor)
    } else {
        Reflect::set(object, key, value)
    };
    assert!(given == Ok(true), "an object of ours takes any property");
}

/// Smaller and faster than the default, dlmalloc, which takes 9 KB.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
