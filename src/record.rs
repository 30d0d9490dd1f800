//! The located record: an order laid out by its field table, every field absent, of some type, or a value.
//!
//! An object is a run of slots, one for each row of its table, behind a head that names its unknown keys.
//! A rule asks for a field by its row and never sees where the value came from.

use alloc::vec::Vec;

use crate::fields::{Shape, Table};
use crate::ranking;
use crate::tape::{Cursor, Kind, Span, Tape, Value};

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
    LongText(u32),
    BigInt(Span),
    Instant(f64),
    Object(Block),
    List(List),
    /// A value that is not what the table expects and has nothing inside it read.
    Other(Kind),
}

impl Slot {
    /// What a value stands for where no container is wanted.
    pub fn leaf(value: Value) -> Self {
        match value {
            Value::Null => Slot::Absent,
            Value::Bool(value) => Slot::Bool(value),
            Value::Number(number) => Slot::Number(number),
            Value::Text(span) => Slot::Text(span),
            Value::LongText(chars) => Slot::LongText(chars),
            Value::BigInt(span) => Slot::BigInt(span),
            Value::Instant(instant) => Slot::Instant(instant),
            Value::Array(_) | Value::Object(_) | Value::Opaque(_) => Slot::Other(value.kind()),
        }
    }

    pub fn kind(self) -> Kind {
        match self {
            Slot::Absent | Slot::Malformed => Kind::Null,
            Slot::Bool(_) => Kind::Boolean,
            Slot::Number(_) => Kind::Number,
            Slot::Text(_) | Slot::LongText(_) => Kind::String,
            Slot::BigInt(_) => Kind::BigInt,
            Slot::Instant(_) => Kind::Date,
            Slot::Object(_) => Kind::Object,
            Slot::List(_) => Kind::Array,
            Slot::Other(kind) => kind,
        }
    }
}

/// An object: the place of its head, with the slots of its table's rows behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block(usize);

impl Block {
    pub fn slot(self, row: usize) -> usize {
        self.0.saturating_add(1).saturating_add(row)
    }
}

/// A list: the place of its first element's slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct List {
    first: usize,
    pub len: usize,
}

impl List {
    pub fn slot(self, index: usize) -> usize {
        self.first.saturating_add(index)
    }
}

#[derive(Clone, Debug, Default)]
pub struct Record {
    slots: Vec<Slot>,
    text: Vec<u8>,
    unknown: Vec<Span>,
    root: Slot,
}

impl Record {
    pub fn read(tape: Tape, table: &'static Table) -> Self {
        let mut record = Record {
            // About as many as there will be: a few rows stay absent, and every key has a word that needs no slot.
            slots: Vec::with_capacity(tape.words().len()),
            ..Record::default()
        };
        record.root = record.value(&mut tape.cursor(), Shape::Object(table));
        record.text = tape.into_text();
        record
    }

    /// The same for a value in the midst of a tape, whose text is copied.
    pub fn read_part(cursor: &mut Cursor<'_>, tape: &Tape, table: &'static Table) -> Self {
        let mut record = Record::default();
        record.root = record.value(cursor, Shape::Object(table));
        record.text = tape.text().to_vec();
        record
    }

    pub fn root(&self) -> Slot {
        self.root
    }

    pub fn get(&self, slot: usize) -> Slot {
        self.slots.get(slot).copied().unwrap_or_default()
    }

    pub fn set(&mut self, slot: usize, value: Slot) {
        if let Some(place) = self.slots.get_mut(slot) {
            *place = value;
        }
    }

    pub fn text(&self, span: Span) -> &[u8] {
        span.of(&self.text)
    }

    pub fn add_text(&mut self, text: &[u8]) -> Slot {
        let start = self.text.len() as u32;
        self.text.extend_from_slice(text);
        Slot::Text(Span { start, len: text.len() as u32 })
    }

    /// Keys of an object that its table does not have, by name.
    pub fn unknown_keys(&self, block: Block) -> core::ops::Range<usize> {
        match self.get(block.0) {
            Slot::List(unknown) => unknown.first..unknown.first.saturating_add(unknown.len),
            _ => 0..0,
        }
    }

    pub fn unknown_key(&self, place: usize) -> &[u8] {
        self.unknown.get(place).map_or(&[], |span| self.text(*span))
    }

    fn value(&mut self, cursor: &mut Cursor<'_>, shape: Shape) -> Slot {
        let head = cursor.value();
        match (head, shape) {
            (Value::Object(members), Shape::Object(table)) => Slot::Object(self.object(cursor, members, table)),
            (Value::Array(len), Shape::List { of, .. }) => Slot::List(self.list(cursor, len, of)),
            _ => {
                cursor.skip(head);
                Slot::leaf(head)
            }
        }
    }

    fn object(&mut self, cursor: &mut Cursor<'_>, members: u32, table: &'static Table) -> Block {
        let block = Block(self.reserve(table.fields.len().saturating_add(1)));
        let mut unknown: Vec<Span> = Vec::new();
        for _ in 0..members {
            let key = cursor.key();
            if let Some((row, field)) = table.find(cursor.text_of(key)) {
                let value = self.value(cursor, field.shape);
                self.set(block.slot(row), value);
            } else {
                let head = cursor.value();
                cursor.skip(head);
                if head != Value::Null {
                    unknown.push(key);
                }
            }
        }
        if !unknown.is_empty() {
            // By name, so that the order of keys never changes a report.
            ranking::sort(&mut unknown, &|one, other| cursor.text_of(*one).cmp(cursor.text_of(*other)));
            let head = Slot::List(List { first: self.unknown.len(), len: unknown.len() });
            self.unknown.append(&mut unknown);
            self.set(block.0, head);
        }
        block
    }

    fn list(&mut self, cursor: &mut Cursor<'_>, len: u32, of: &'static Table) -> List {
        let len = len as usize;
        let first = self.reserve(len);
        let list = List { first, len };
        for index in 0..len {
            let value = self.value(cursor, Shape::Object(of));
            self.set(list.slot(index), value);
        }
        list
    }

    fn reserve(&mut self, slots: usize) -> usize {
        let first = self.slots.len();
        self.slots.resize(first.saturating_add(slots), Slot::Absent);
        first
    }
}
