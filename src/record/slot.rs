//! What stands in one place of a record.

use super::path::At;
use super::plain::Plain;
use crate::values::named::named;
use crate::values::text::Span;

/// `document.js` writes slots as they lie in memory, four words each, so their layout and tags are pinned.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[repr(u8)]
pub enum Slot {
    /// Missing, undefined or null.
    #[default]
    Absent = 0,
    /// Found at fault already: it takes no part in any further rule.
    Malformed = 1,
    Bool(bool) = 2,
    Number(f64) = 3,
    Text(Span) = 4,
    /// Text longer than any field, by its length in characters.
    LongText(u32) = 5,
    BigInt(Span) = 6,
    Instant(f64) = 7,
    Object(Block) = 8,
    List(List) = 9,
    /// A value that is not what the table expects and has nothing inside it read.
    Other(ValueType) = 10,
    /// An object of a class that JSON does not carry, by the name of its class.
    Instance(Span) = 11,
    /// The same as `Other` with nothing inside it, of an object's value.
    Empty(ValueType) = 12,
    /// In front of the slots of an object or a list: where that stands.
    Head {
        holder: u32,
        step: u32,
        /// The rows of an object, as bits, that need a closer look.
        doubtful: u32,
    } = 13,
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
    #[repr(u8)]
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
#[repr(transparent)]
pub struct Block(pub(super) u32);

#[cfg(feature = "fault")]
impl Block {
    /// Wherever that leads.
    pub fn broken(head: u32) -> Self {
        Block(head)
    }
}

#[cfg(feature = "fault")]
impl List {
    /// However far that reaches.
    pub fn broken(head: u32, len: u32) -> Self {
        List { head, len }
    }
}

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
#[repr(C)]
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::named::Named;
    use crate::values::text::Script;

    /// So many words of a slot behind its first, which its value reaches.
    fn words(slot: Slot, reached: usize) -> Vec<u32> {
        // SAFETY: a slot is four words, and the value fills those that are read.
        (1..=reached).map(|at| unsafe { (&raw const slot).cast::<u32>().add(at).read() }).collect()
    }

    fn words_of_number(slot: Slot) -> [u32; 2] {
        // SAFETY: the last two words of a slot are its number.
        unsafe { (&raw const slot).cast::<[u32; 2]>().add(1).read() }
    }

    fn byte(slot: Slot, at: usize) -> u8 {
        // SAFETY: the value reaches so far.
        unsafe { (&raw const slot).cast::<u8>().add(at).read() }
    }

    #[test]
    fn a_slot_lies_in_memory_as_the_reader_of_documents_writes_it() {
        assert_eq!((size_of::<Slot>(), align_of::<Slot>()), (16, 8));
        let span = Span { start: 7, len: 9, script: Script::Unusual };
        let number = 19.9_f64;
        let [low, high] = [number.to_bits() as u32, (number.to_bits() >> 32) as u32];
        for (slot, tag, behind) in [
            (Slot::Text(span), 4, vec![7, 9]),
            (Slot::LongText(5000), 5, vec![5000]),
            (Slot::BigInt(span), 6, vec![7, 9]),
            (Slot::Object(Block(3)), 8, vec![3]),
            (Slot::List(List { head: 3, len: 2 }), 9, vec![3, 2]),
            (Slot::Instance(span), 11, vec![7, 9]),
            (Slot::Head { holder: u32::MAX, step: 1, doubtful: 1 << 31 }, 13, vec![u32::MAX, 1, 1 << 31]),
        ] {
            assert_eq!(byte(slot, 0), tag, "{slot:?}");
            assert_eq!(words(slot, behind.len()), behind, "{slot:?}");
        }
        for (slot, tag) in [(Slot::Number(number), 3), (Slot::Instant(number), 7)] {
            assert_eq!(byte(slot, 0), tag);
            assert_eq!(words_of_number(slot), [low, high]);
        }
        assert_eq!(byte(Slot::Text(span), 12), 2, "the script stands in the fourth word");
        assert_eq!((byte(Slot::Absent, 0), byte(Slot::Bool(true), 0), byte(Slot::Bool(true), 1)), (0, 2, 1));
        for (at, kind) in ValueType::ALL.iter().enumerate() {
            for (slot, tag) in [(Slot::Other(*kind), 10), (Slot::Empty(*kind), 12)] {
                assert_eq!((byte(slot, 0), byte(slot, 1)), (tag, at as u8));
            }
        }
    }

    #[test]
    fn the_reader_of_documents_names_what_it_writes_by_the_same_numbers() {
        let reader = include_str!("../input/document.js");
        for (name, number) in [
            ("ABSENT", 0),
            ("BOOL", 2),
            ("NUMBER", 3),
            ("TEXT", 4),
            ("LONG_TEXT", 5),
            ("BIGINT", 6),
            ("INSTANT", 7),
            ("OBJECT", 8),
            ("LIST", 9),
            ("OTHER", 10),
            ("INSTANCE", 11),
            ("EMPTY", 12),
            ("HEAD", 13),
            ("OF_ARRAY", ValueType::Array as u8),
            ("OF_OBJECT", ValueType::Object as u8),
            ("OF_FUNCTION", ValueType::Function as u8),
            ("OF_SYMBOL", ValueType::Symbol as u8),
            ("CIRCULAR", ValueType::Circular as u8),
            ("OVERSIZED", ValueType::Oversized as u8),
        ] {
            assert!(reader.contains(&format!("const {name} = {number};")), "document.js must say `const {name} = {number};`");
        }
    }
}
