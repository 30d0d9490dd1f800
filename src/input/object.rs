//! From a tape into the record: a created order, which comes inside of options, and whatever no JavaScript has laid out.

use super::tape::{Cursor, Tape, Value};
use crate::model::table::{Shape, Table};
use crate::record::path::At;
use crate::record::plain::{Plain, Seen};
use crate::record::slot::{Block, List, Slot};
use crate::record::{NOWHERE, Record, UnknownValue};
use crate::values::text::Span;

/// The document that a tape holds.
pub fn read<'t>(tape: &'t Tape, table: &'static Table) -> Record<'t> {
    // Enough for most: what is missing has a slot and no word. A tape of a million words may yet be one unknown field.
    let slots = (tape.words().len() * 2).min(1 << 16);
    let mut record = Record::for_text(tape.text(), slots);
    Reader { cursor: &mut tape.cursor(), record: &mut record }.document(table);
    record
}

/// The same for a value in the midst of a tape, whose text is copied.
pub fn read_part(cursor: &mut Cursor<'_>, tape: &Tape, table: &'static Table) -> Record<'static> {
    let mut record = Record::with_text(tape.text().to_vec());
    Reader { cursor, record: &mut record }.document(table);
    record
}

/// What a value stands for where no container is wanted.
#[inline(always)]
pub fn leaf(value: Value) -> Slot {
    match value {
        Value::Null => Slot::Absent,
        Value::Bool(value) => Slot::Bool(value),
        Value::Number(number) => Slot::Number(number),
        Value::Text(span) => Slot::Text(span),
        Value::LongText(chars) => Slot::LongText(chars),
        Value::BigInt(span) => Slot::BigInt(span),
        Value::Instant(instant) => Slot::Instant(instant),
        Value::Instance(class) => Slot::Instance(class),
        Value::Array(0) | Value::Object(0) => Slot::Empty(value.kind()),
        Value::Array(_) | Value::Object(_) | Value::Opaque(_) => Slot::Other(value.kind()),
    }
}

struct Reader<'r, 'c, 't> {
    cursor: &'r mut Cursor<'c>,
    record: &'r mut Record<'t>,
}

impl Reader<'_, '_, '_> {
    fn document(&mut self, table: &'static Table) {
        let root = match self.cursor.value() {
            Value::Object(members) => Slot::Object(self.object(members, table, At::DOCUMENT)),
            head => self.leaf(head),
        };
        self.record.finish(root);
    }

    fn leaf(&mut self, head: Value) -> Slot {
        self.cursor.skip(head);
        leaf(head)
    }

    fn object(&mut self, members: u32, table: &'static Table, at: At) -> Block {
        let block = self.record.open_object(at, table.fields.len());
        let mut seen = Seen::default();
        for _ in 0..members {
            let key = self.cursor.key();
            let Some(row) = table.find(self.cursor.text_of(key)) else {
                self.unknown(key, block);
                continue;
            };
            let shape = table.fields[row].shape;
            let slot = block.slot(row);
            let plain = Plain::of(shape);
            // A slot is made where it stays: one read back half written stalls the processor.
            let is_plain = match (self.cursor.value(), shape) {
                (Value::Text(span), _) => {
                    self.record.set(slot, Slot::Text(span));
                    plain.holds_text(span)
                }
                (Value::Number(number), _) => {
                    self.record.set(slot, Slot::Number(number));
                    plain.holds_number(number)
                }
                (Value::Object(members), Shape::Object(table)) => {
                    let inner = self.object(members, table, block.at(row));
                    self.record.set(slot, Slot::Object(inner));
                    false
                }
                (Value::Array(len), Shape::List { of, .. }) => {
                    let list = self.list(len, of, block.at(row));
                    self.record.set(slot, Slot::List(list));
                    false
                }
                (head, _) => {
                    let value = self.leaf(head);
                    self.record.set(slot, value);
                    value.is_plainly(plain)
                }
            };
            seen.note(row, is_plain);
        }
        self.record.set_doubtful(block, seen.doubtful(table));
        block
    }

    fn unknown(&mut self, key: Span, holder: Block) {
        let head = self.cursor.value();
        let value = match self.leaf(head) {
            Slot::Absent => UnknownValue::Null,
            value if value.is_empty_text() => UnknownValue::EmptyText,
            _ => UnknownValue::Other,
        };
        self.record.note_unknown(holder, key, value, NOWHERE);
    }

    fn list(&mut self, len: u32, of: &'static Table, at: At) -> List {
        let list = self.record.open_list(at, len);
        for index in 0..list.count() {
            let value = match self.cursor.value() {
                Value::Object(members) => Slot::Object(self.object(members, of, list.at(index))),
                head => self.leaf(head),
            };
            self.record.set(list.slot(index), value);
        }
        list
    }
}
