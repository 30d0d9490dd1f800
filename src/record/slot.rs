//! What stands in one place of a record.

use super::path::At;
use super::plain::Plain;
use crate::values::named::named;
use crate::values::text::Span;

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Slot {
    /// Missing, undefined or null.
    #[default]
    Absent,
    /// Found at fault already: it takes no part in any further rule.
    Malformed,
    Bool(bool),
    Number(f64),
    Text(Span),
    /// Text longer than any field, by its length in characters.
    LongText(u32),
    BigInt(Span),
    Instant(f64),
    Object(Block),
    List(List),
    /// A value that is not what the table expects and has nothing inside it read.
    Other(ValueType),
    /// An object of a class that JSON does not carry, by the name of its class.
    Instance(Span),
    /// The same with nothing inside it, of an object's value.
    Empty(ValueType),
    /// In front of the slots of an object or a list: where that stands.
    Head {
        holder: u32,
        step: u32,
        /// The rows of an object, as bits, that need a closer look.
        doubtful: u32,
    },
}

impl Slot {
    pub fn is_empty_text(self) -> bool {
        matches!(self, Slot::Text(span) if span.len == 0)
    }

    #[inline(always)]
    pub fn is_plainly(self, plain: Plain) -> bool {
        match (self, plain) {
            (Slot::Text(span), plain) => plain.holds_text(span),
            (Slot::Number(number), plain) => plain.holds_number(number),
            (Slot::Bool(_), Plain::Boolean) => true,
            _ => false,
        }
    }

    pub fn kind(self) -> ValueType {
        match self {
            Slot::Absent | Slot::Malformed | Slot::Head { .. } => ValueType::Null,
            Slot::Bool(_) => ValueType::Boolean,
            Slot::Number(_) => ValueType::Number,
            Slot::Text(_) | Slot::LongText(_) => ValueType::String,
            Slot::BigInt(_) => ValueType::BigInt,
            Slot::Instant(_) => ValueType::Date,
            Slot::Object(_) => ValueType::Object,
            Slot::List(_) => ValueType::Array,
            Slot::Other(kind) | Slot::Empty(kind) => kind,
            Slot::Instance(_) => ValueType::Instance,
        }
    }
}

named! {
    /// JSON 值的类型，或 JSON 无法表示的 JavaScript 值的类型。
    /// A type of JSON value, or of a JavaScript value that JSON does not carry.
    pub enum ValueType {
        Null = "null",
        Boolean = "boolean",
        Number = "number",
        String = "string",
        BigInt = "bigint",
        /// A `Date`, or in a draft an object with `toDate()`.
        Date = "date",
        Array = "array",
        Object = "object",
        Function = "function",
        Symbol = "symbol",
        /// An object of a class: a Map, a boxed number, anything JSON would not carry as it is.
        Instance = "instance",
        /// A container inside itself.
        Circular = "circular",
        /// A container past what is read of one document.
        Oversized = "oversized",
    }
}

/// An object: the index of its head, with the slots of its table's rows behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block(pub(super) u32);

impl Block {
    #[inline(always)]
    pub fn slot(self, row: usize) -> usize {
        self.at(row).slot()
    }

    #[inline(always)]
    pub fn at(self, row: usize) -> At {
        At::new(self.0, row as u32)
    }
}

/// A list: the index of its head, with a slot for each item behind it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct List {
    pub(super) head: u32,
    pub(super) len: u32,
}

impl List {
    pub fn count(self) -> usize {
        self.len as usize
    }

    #[inline(always)]
    pub fn slot(self, index: usize) -> usize {
        self.at(index).slot()
    }

    #[inline(always)]
    pub fn at(self, index: usize) -> At {
        At::new(self.head, index as u32)
    }
}
