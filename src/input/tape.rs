//! A JavaScript value of any shape laid flat: options, a draft's odd values, what is compared as a whole.
//!
//! Values stand in the order they are met; a container is followed by its contents.
//! Every value is one word, its tag in the lower half and a count in the upper, and a number or an instant has a second word.
//! The key of a member stands in front of its value, as text.
//! Text stands apart, in the order of the words that count it, as WTF-8.

use crate::record::slot::ValueType;
use crate::values::text::{Script, Span, count};

/// A word's tag. `tape.js` writes the same numbers; a test below holds the two together.
mod tag {
    pub const NULL: u8 = 0;
    pub const FALSE: u8 = 1;
    pub const TRUE: u8 = 2;
    pub const NUMBER: u8 = 3;
    pub const TEXT: u8 = 4;
    pub const BIGINT: u8 = 5;
    pub const INSTANT: u8 = 6;
    pub const ARRAY: u8 = 7;
    pub const OBJECT: u8 = 8;
    pub const OPAQUE: u8 = 9;
    pub const LONG_TEXT: u8 = 10;
    pub const BMP_TEXT: u8 = 11;
    pub const TEXT_UNUSUAL: u8 = 12;
    pub const INSTANCE: u8 = 13;
}

/// In the order of the counts an opaque word carries.
const OPAQUE_KINDS: [ValueType; 6] =
    [ValueType::Array, ValueType::Object, ValueType::Function, ValueType::Symbol, ValueType::Circular, ValueType::Oversized];

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// `null`, `undefined`, a hole in an array.
    Null,
    Bool(bool),
    Number(f64),
    Text(Span),
    /// Text longer than any field; only its length in characters was read.
    LongText(u32),
    /// A BigInt, as its decimal text.
    BigInt(Span),
    /// Milliseconds since the epoch; NaN for an invalid `Date`.
    Instant(f64),
    /// So many values follow.
    Array(u32),
    /// So many pairs of key and value follow.
    Object(u32),
    /// An object of a class that JSON does not carry, by the name of its class.
    Instance(Span),
    /// Seen, and not read further.
    Opaque(ValueType),
}

impl Value {
    pub fn kind(self) -> ValueType {
        match self {
            Value::Null => ValueType::Null,
            Value::Bool(_) => ValueType::Boolean,
            Value::Number(_) => ValueType::Number,
            Value::Text(_) | Value::LongText(_) => ValueType::String,
            Value::BigInt(_) => ValueType::BigInt,
            Value::Instant(_) => ValueType::Date,
            Value::Array(_) => ValueType::Array,
            Value::Object(_) => ValueType::Object,
            Value::Instance(_) => ValueType::Instance,
            Value::Opaque(kind) => kind,
        }
    }
}

#[derive(Clone, Debug, Default)]
pub struct Tape {
    words: Vec<u64>,
    text: Vec<u8>,
}

// Inlined, what writes and reads a tape would take 3 KB more in the build for bytes, which hardly does either.
impl Tape {
    pub fn new(words: Vec<u64>, text: Vec<u8>) -> Self {
        Self { words, text }
    }

    pub fn text(&self) -> &[u8] {
        &self.text
    }

    pub fn cursor(&self) -> Cursor<'_> {
        Cursor { words: self.words.iter(), text: &self.text, offset: 0 }
    }

    #[inline(never)]
    pub fn push(&mut self, value: Value) {
        let (tag, count) = match value {
            Value::Null => (tag::NULL, 0),
            Value::Bool(false) => (tag::FALSE, 0),
            Value::Bool(true) => (tag::TRUE, 0),
            Value::Number(_) => (tag::NUMBER, 0),
            Value::Text(span) => (text_tag(span.script), span.len),
            Value::LongText(chars) => (tag::LONG_TEXT, chars),
            Value::BigInt(span) => (tag::BIGINT, span.len),
            Value::Instant(_) => (tag::INSTANT, 0),
            Value::Instance(span) => (tag::INSTANCE, span.len),
            Value::Array(count) => (tag::ARRAY, count),
            Value::Object(count) => (tag::OBJECT, count),
            Value::Opaque(kind) => {
                let index = OPAQUE_KINDS.iter().position(|opaque| *opaque == kind);
                (tag::OPAQUE, index.expect("only a kind that is not read is opaque") as u32)
            }
        };
        self.words.push(head(tag, count));
        if let Value::Number(number) | Value::Instant(number) = value {
            self.words.push(number.to_bits());
        }
    }

    /// Adds text, or a key, as the next value.
    pub fn push_text(&mut self, text: &str) {
        self.push_bytes(text.as_bytes());
    }

    /// The same for text in WTF-8.
    #[inline(never)]
    pub fn push_bytes(&mut self, text: &[u8]) {
        let span = self.add(text);
        self.push(Value::Text(span));
    }

    pub fn push_bigint(&mut self, decimal: &str) {
        let span = self.add(decimal.as_bytes());
        self.push(Value::BigInt(span));
    }

    pub fn push_instance(&mut self, class: &str) {
        let span = self.add(class.as_bytes());
        self.push(Value::Instance(span));
    }

    #[inline(never)]
    fn add(&mut self, text: &[u8]) -> Span {
        let start = self.text.len() as u32;
        self.text.extend_from_slice(text);
        Span::new(start, text)
    }

    pub fn words(&self) -> &[u64] {
        &self.words
    }

    /// Leaves room for the head of a container whose contents are not counted yet.
    pub fn open(&mut self) -> usize {
        let head = self.words.len();
        self.push(Value::Null);
        head
    }

    /// Puts a container in the place that was left for its head.
    pub fn close(&mut self, head: usize, container: Value) {
        self.push(container);
        self.words.swap_remove(head);
    }

    /// Adds a text that is a value: of one that is longer than any field only the length.
    pub fn push_value(&mut self, text: &[u8]) {
        if is_long(text) { self.push(Value::LongText(count(text))) } else { self.push_bytes(text) }
    }
}

/// Reads a tape once, from front to back.
pub struct Cursor<'t> {
    words: std::slice::Iter<'t, u64>,
    text: &'t [u8],
    offset: u32,
}

impl<'t> Cursor<'t> {
    /// The next value, or a container's head.
    #[inline(never)]
    pub fn value(&mut self) -> Value {
        let word = self.word();
        let count = (word >> 32) as u32;
        match word as u8 {
            tag::FALSE => Value::Bool(false),
            tag::TRUE => Value::Bool(true),
            tag::NUMBER => Value::Number(f64::from_bits(self.word())),
            tag::TEXT => Value::Text(self.span(count, Script::Ascii)),
            tag::BMP_TEXT => Value::Text(self.span(count, Script::Bmp)),
            tag::TEXT_UNUSUAL => Value::Text(self.span(count, Script::Unusual)),
            tag::LONG_TEXT => Value::LongText(count),
            tag::BIGINT => Value::BigInt(self.span(count, Script::Ascii)),
            tag::INSTANT => Value::Instant(f64::from_bits(self.word())),
            tag::INSTANCE => Value::Instance(self.span(count, Script::Unusual)),
            tag::ARRAY => Value::Array(count),
            tag::OBJECT => Value::Object(count),
            tag::OPAQUE => Value::Opaque(OPAQUE_KINDS[count as usize]),
            tag::NULL => Value::Null,
            tag => panic!("no value has the tag {tag}"),
        }
    }

    pub fn text_of(&self, span: Span) -> &'t [u8] {
        span.of(self.text)
    }

    /// The key of the member that comes next; its value is to be read behind it.
    pub fn key(&mut self) -> Span {
        match self.value() {
            Value::Text(span) => span,
            _ => panic!("a key is text"),
        }
    }

    pub fn name(&mut self) -> &'t [u8] {
        let key = self.key();
        self.text_of(key)
    }

    /// Passes over the contents of a value whose head was just read.
    pub fn skip(&mut self, head: Value) {
        let mut ahead = contents(head);
        while ahead > 0 {
            ahead = ahead - 1 + contents(self.value());
        }
    }

    #[inline(always)]
    fn word(&mut self) -> u64 {
        *self.words.next().expect("a tape ends behind its last value")
    }

    #[inline(always)]
    fn span(&mut self, len: u32, script: Script) -> Span {
        let start = self.offset;
        self.offset += len;
        Span { start, len, script }
    }
}

fn head(tag: u8, count: u32) -> u64 {
    u64::from(count) << 32 | u64::from(tag)
}

fn text_tag(script: Script) -> u8 {
    match script {
        Script::Ascii => tag::TEXT,
        Script::Bmp => tag::BMP_TEXT,
        Script::Unusual => tag::TEXT_UNUSUAL,
    }
}

/// In UTF-16 units, as the reader of JavaScript objects counts.
const LONGEST_TEXT: usize = 4096;

/// Longer than any field of a payscore order by far: only the length can matter.
pub fn is_long(text: &[u8]) -> bool {
    let units = || text.iter().map(|byte| usize::from(byte & 0xC0 != 0x80) + usize::from(*byte >= 0xF0)).sum::<usize>();
    text.len() > LONGEST_TEXT && units() > LONGEST_TEXT
}

/// How many values follow a head; a pair is two.
fn contents(head: Value) -> u64 {
    match head {
        Value::Array(count) => u64::from(count),
        Value::Object(count) => u64::from(count) << 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::named::Named;

    #[test]
    fn the_reader_writes_the_same_tags() {
        let reader = include_str!("tape.js");
        for (name, tag) in [
            ("NULL", tag::NULL),
            ("FALSE", tag::FALSE),
            ("TRUE", tag::TRUE),
            ("NUMBER", tag::NUMBER),
            ("TEXT", tag::TEXT),
            ("BIGINT", tag::BIGINT),
            ("INSTANT", tag::INSTANT),
            ("ARRAY", tag::ARRAY),
            ("OBJECT", tag::OBJECT),
            ("OPAQUE", tag::OPAQUE),
            ("LONG_TEXT", tag::LONG_TEXT),
            ("BMP_TEXT", tag::BMP_TEXT),
            ("TEXT_UNUSUAL", tag::TEXT_UNUSUAL),
            ("INSTANCE", tag::INSTANCE),
        ] {
            assert!(reader.contains(&format!("const {name} = {tag};")), "tape.js must say `const {name} = {tag};`");
        }
        assert!(reader.contains(&format!("const LONGEST_TEXT = {LONGEST_TEXT};")));
        let kinds: Vec<String> = OPAQUE_KINDS.iter().map(|kind| format!("\"{}\"", kind.name())).collect();
        let line = format!("const OPAQUE_KINDS = [{}];", kinds.join(", "));
        assert!(reader.contains(&line), "tape.js must say `{line}`");
    }

    #[test]
    fn a_skipped_value_takes_its_contents_along() {
        let mut tape = Tape::default();
        tape.push(Value::Array(2));
        tape.push(Value::Object(1));
        tape.push_text("键");
        tape.push(Value::Array(1));
        tape.push(Value::Number(1.5));
        tape.push(Value::Bool(true));
        tape.push_text("after");
        let mut cursor = tape.cursor();
        let head = cursor.value();
        cursor.skip(head);
        let Value::Text(after) = cursor.value() else { panic!("the text after the skipped array") };
        assert_eq!(cursor.text_of(after), b"after");
    }
}
