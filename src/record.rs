//! The located record: an order laid out by its field table, every field absent, of some type, or a value.
//!
//! An object is a run of slots, one for each row of its table, a list one for each item, both behind a head that tells
//! where they stand. A rule asks for a field by its row and never sees where the value came from.

use alloc::vec::Vec;
use core::mem;
use core::ops::Range;

use crate::fields::{Seen, Shape, Table};
use crate::layout;
use crate::path::{At, Path};
use crate::plain::Plain;
use crate::ranking;
use crate::tape::{Cursor, Key, Kind, Span, Tape, Value};

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
    /// The same with nothing inside it, of an object's value.
    Empty(Kind),
    /// In front of the slots of an object or a list: where that stands.
    Head {
        holder: u32,
        step: u32,
        /// The rows of an object, as bits, that need a closer look.
        doubtful: u32,
    },
}

impl Slot {
    /// What a value stands for where no container is wanted.
    #[inline(always)]
    pub fn leaf(value: Value) -> Self {
        match value {
            Value::Null => Slot::Absent,
            Value::Bool(value) => Slot::Bool(value),
            Value::Number(number) => Slot::Number(number),
            Value::Text(span) => Slot::Text(span),
            Value::LongText(chars) => Slot::LongText(chars),
            Value::BigInt(span) => Slot::BigInt(span),
            Value::Instant(instant) => Slot::Instant(instant),
            Value::Array(0) | Value::Object(0) => Slot::Empty(value.kind()),
            Value::Array(_) | Value::Object(_) | Value::Opaque(_) => Slot::Other(value.kind()),
        }
    }

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

    pub fn kind(self) -> Kind {
        match self {
            Slot::Absent | Slot::Malformed | Slot::Head { .. } => Kind::Null,
            Slot::Bool(_) => Kind::Boolean,
            Slot::Number(_) => Kind::Number,
            Slot::Text(_) | Slot::LongText(_) => Kind::String,
            Slot::BigInt(_) => Kind::BigInt,
            Slot::Instant(_) => Kind::Date,
            Slot::Object(_) => Kind::Object,
            Slot::List(_) => Kind::Array,
            Slot::Other(kind) | Slot::Empty(kind) => kind,
        }
    }
}

/// An object: the place of its head, with the slots of its table's rows behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block(u32);

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

/// A list: the place of its head, with a slot for each item behind it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct List {
    head: u32,
    len: u32,
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

/// A key that the table of its object does not have.
#[derive(Clone, Copy, Debug)]
struct Unknown {
    /// The slot of the object's head.
    holder: u32,
    key: Span,
    value: UnknownValue,
    offset: u32,
}

/// As much of an unknown key's value as decides whether it is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnknownValue {
    Null,
    EmptyText,
    Other,
}

/// No value has this offset: it would be the last of four gigabytes.
const NOWHERE: u32 = u32::MAX;

/// An order laid out. Its text is the caller's, with what a draft adds behind it.
#[derive(Clone, Debug, Default)]
pub struct Record<'t> {
    /// In front the document itself, if there is any.
    slots: Vec<Slot>,
    given: &'t [u8],
    added: Vec<u8>,
    unknown: Vec<Unknown>,
    /// Where the values stand in the bytes they were read from, slot by slot; empty until somebody asks.
    offsets: Vec<u32>,
    root_offset: u32,
}

impl<'t> Record<'t> {
    pub fn read(tape: &'t Tape, table: &'static Table) -> Self {
        // Enough for most: what is missing has a slot and no word. A tape of a million words may yet be one unknown field.
        let slots = Vec::with_capacity(tape.words().len().saturating_mul(2).min(1 << 16));
        let mut record = Record { slots, given: tape.text(), ..Record::default() };
        record.document(&mut tape.cursor(), table);
        record
    }

    /// The same for a value in the midst of a tape, whose text is copied.
    pub fn read_part(cursor: &mut Cursor<'_>, tape: &Tape, table: &'static Table) -> Record<'static> {
        let mut record = Record { added: tape.text().to_vec(), ..Record::default() };
        record.document(cursor, table);
        record
    }

    /// An empty record for other text, in the room of this one.
    pub fn cleared_for<'n>(mut self, given: &'n [u8]) -> Record<'n> {
        self.clear();
        let Record { slots, added, unknown, offsets, .. } = self;
        Record { slots, given, added, unknown, offsets, ..Record::default() }
    }

    /// Ready for another document.
    pub fn clear(&mut self) {
        self.slots.clear();
        self.added.clear();
        self.unknown.clear();
        self.offsets.clear();
        self.slots.push(Slot::Absent);
    }

    pub fn root(&self) -> Slot {
        self.get(At::DOCUMENT.slot())
    }

    pub fn get(&self, slot: usize) -> Slot {
        *self.slot(slot)
    }

    #[inline(always)]
    pub fn slot(&self, slot: usize) -> &Slot {
        self.slots.get(slot).unwrap_or(&Slot::Absent)
    }

    pub fn set(&mut self, slot: usize, value: Slot) {
        if let Some(place) = self.slots.get_mut(slot) {
            *place = value;
        }
    }

    /// Notes the offset at which a value stands in the bytes it was read from.
    pub fn locate(&mut self, slot: usize, offset: u32) {
        if self.offsets.len() < self.slots.len() {
            self.offsets.resize(self.slots.len(), NOWHERE);
        }
        if let Some(place) = self.offsets.get_mut(slot) {
            *place = offset;
        }
    }

    /// Where a value stands in the bytes, or what lacks it.
    pub fn offset(&self, at: At) -> u32 {
        let (mut holder, mut step) = (at.holder, at.step);
        while let Slot::Head { holder: outer, step: outer_step, .. } = self.get(holder as usize) {
            let offset = if step & Path::UNKNOWN != 0 {
                self.unknown.get((step & !Path::UNKNOWN) as usize).map(|unknown| unknown.offset)
            } else {
                self.offsets.get(At::new(holder, step).slot()).copied().filter(|offset| *offset != NOWHERE)
            };
            match offset {
                Some(offset) => return offset,
                None => (holder, step) = (outer, outer_step),
            }
        }
        self.root_offset
    }

    pub fn text(&self, span: Span) -> &[u8] {
        let given = self.given.len() as u32;
        match span.start.checked_sub(given) {
            None => span.of(self.given),
            Some(start) => Span { start, ..span }.of(&self.added),
        }
    }

    pub fn add_text(&mut self, text: &[u8]) -> Slot {
        Slot::Text(self.add_text_with(|added| added.extend_from_slice(text)))
    }

    /// Text that is written behind all other.
    pub fn add_text_with(&mut self, write: impl FnOnce(&mut Vec<u8>)) -> Span {
        let before = self.added.len();
        write(&mut self.added);
        let text = self.added.get(before..).unwrap_or_default();
        Span::new(self.given.len().saturating_add(before) as u32, text)
    }

    /// The places of the keys of an object that its table does not have, by name.
    pub fn unknown_keys(&self, block: Block) -> Range<usize> {
        if self.unknown.is_empty() {
            return 0..0;
        }
        let first = self.unknown.partition_point(|unknown| unknown.holder < block.0);
        let end = self.unknown.partition_point(|unknown| unknown.holder <= block.0);
        first..end
    }

    pub fn is_unknown_of_empty_text(&self, place: usize) -> bool {
        self.unknown.get(place).is_some_and(|unknown| unknown.value == UnknownValue::EmptyText)
    }

    pub fn unknown_key(&self, place: usize) -> &[u8] {
        self.unknown.get(place).map_or(&[], |unknown| self.text(unknown.key))
    }

    /// The steps to a place.
    pub fn path(&self, at: At) -> Path {
        let mut steps = [0; Path::DEEPEST];
        let mut depth = 0;
        let mut further = at.row_beyond();
        let (mut holder, mut step) = (at.holder, at.step);
        while depth < Path::DEEPEST {
            let next = further.take().or_else(|| match self.get(holder as usize) {
                Slot::Head { holder: outer, step: outer_step, .. } => {
                    let inner = step;
                    (holder, step) = (outer, outer_step);
                    Some(inner)
                }
                _ => None,
            });
            let (Some(next), Some(place)) = (next, steps.get_mut(depth)) else { break };
            *place = next;
            depth = depth.saturating_add(1);
        }
        Path::of_reversed(steps.get(..depth).unwrap_or_default())
    }

    /// Room for an object of a table with so many rows.
    pub fn open_object(&mut self, at: At, rows: usize) -> Block {
        Block(self.open(at, rows))
    }

    /// The rows of an object that need a closer look.
    pub fn doubtful(&self, block: Block) -> u32 {
        match self.get(block.0 as usize) {
            Slot::Head { doubtful, .. } => doubtful,
            _ => 0,
        }
    }

    pub fn set_doubtful(&mut self, block: Block, rows: u32) {
        if let Some(Slot::Head { doubtful, .. }) = self.slots.get_mut(block.0 as usize) {
            *doubtful = rows;
        }
    }

    /// Puts another value in the place of one that was read.
    pub fn change(&mut self, block: Block, row: usize, value: Slot) {
        self.set(block.slot(row), value);
        self.set_doubtful(block, self.doubtful(block) | 1_u32.wrapping_shl(row as u32));
    }

    /// A list of items that were read already.
    pub fn close_list(&mut self, at: At, items: &[Slot]) -> List {
        let list = List { head: self.open(at, 0), len: items.len() as u32 };
        self.slots.extend_from_slice(items);
        for (index, item) in items.iter().enumerate() {
            if let Slot::Object(block) = item
                && let Some(Slot::Head { holder, step, .. }) = self.slots.get_mut(block.0 as usize)
            {
                (*holder, *step) = (list.head, index as u32);
            }
        }
        list
    }

    /// A key that its object's table does not have. Of several of one name the last counts.
    pub fn note_unknown(&mut self, holder: Block, key: Span, value: UnknownValue, offset: u32) {
        self.unknown.push(Unknown { holder: holder.0, key, value, offset });
    }

    pub fn finish_located(&mut self, root: Slot, offset: u32) {
        self.root_offset = offset;
        self.finish(root);
    }

    fn finish(&mut self, root: Slot) {
        self.set(At::DOCUMENT.slot(), root);
        self.sort_unknown();
    }

    fn document(&mut self, cursor: &mut Cursor<'_>, table: &'static Table) {
        self.slots.push(Slot::Absent);
        let root = match cursor.value() {
            Value::Object(members) => Slot::Object(self.object(cursor, members, table, At::DOCUMENT)),
            head => {
                cursor.skip(head);
                Slot::leaf(head)
            }
        };
        self.finish(root);
    }

    fn object(&mut self, cursor: &mut Cursor<'_>, members: u32, table: &'static Table, at: At) -> Block {
        let block = self.open_object(at, table.fields.len());
        let mut seen = Seen::default();
        for _ in 0..members {
            let key = cursor.key();
            let row = match key {
                Key::Field(number) => layout::row(table, number),
                Key::Text(span) => table.find(cursor.text_of(span)),
            };
            let Some((row, field)) = row.and_then(|row| Some((row, table.fields.get(row)?))) else {
                self.unknown(cursor, key, block);
                continue;
            };
            let slot = block.slot(row);
            let plain = Plain::of(field.shape);
            // A slot is made where it stays: one read back half written stalls the processor.
            let is_plain = match (cursor.value(), field.shape) {
                (Value::Text(span), _) => {
                    self.set(slot, Slot::Text(span));
                    plain.holds_text(span)
                }
                (Value::Number(number), _) => {
                    self.set(slot, Slot::Number(number));
                    plain.holds_number(number)
                }
                (Value::Object(members), Shape::Object(table)) => {
                    let inner = self.object(cursor, members, table, block.at(row));
                    self.set(slot, Slot::Object(inner));
                    false
                }
                (Value::Array(len), Shape::List { of, .. }) => {
                    let list = self.list(cursor, len, of, block.at(row));
                    self.set(slot, Slot::List(list));
                    false
                }
                (head, _) => {
                    cursor.skip(head);
                    let value = Slot::leaf(head);
                    self.set(slot, value);
                    value.is_plainly(plain)
                }
            };
            seen.note(row, is_plain);
        }
        self.set_doubtful(block, seen.doubtful(table));
        block
    }

    fn unknown(&mut self, cursor: &mut Cursor<'_>, key: Key, holder: Block) {
        let head = cursor.value();
        cursor.skip(head);
        let value = match Slot::leaf(head) {
            Slot::Absent => UnknownValue::Null,
            value if value.is_empty_text() => UnknownValue::EmptyText,
            _ => UnknownValue::Other,
        };
        let key = match key {
            Key::Text(span) => span,
            Key::Field(number) => self.add_text_with(|added| added.extend_from_slice(layout::name(number).as_bytes())),
        };
        self.note_unknown(holder, key, value, NOWHERE);
    }

    fn list(&mut self, cursor: &mut Cursor<'_>, len: u32, of: &'static Table, at: At) -> List {
        let list = List { head: self.open(at, len as usize), len };
        for index in 0..list.count() {
            let slot = list.slot(index);
            match cursor.value() {
                Value::Object(members) => {
                    let item = self.object(cursor, members, of, list.at(index));
                    self.set(slot, Slot::Object(item));
                }
                head => {
                    cursor.skip(head);
                    self.set(slot, Slot::leaf(head));
                }
            }
        }
        list
    }

    /// Object by object and by name, so that the order of keys never changes a report.
    fn sort_unknown(&mut self) {
        if self.unknown.is_empty() {
            return;
        }
        let mut unknown = mem::take(&mut self.unknown);
        ranking::sort(&mut unknown, &|one, other| one.holder.cmp(&other.holder).then_with(|| self.text(one.key).cmp(self.text(other.key))));
        let is_same = |one: &Unknown, other: &Unknown| one.holder == other.holder && self.text(one.key) == self.text(other.key);
        let of_one_name = unknown.chunk_by(is_same).filter_map(<[Unknown]>::last);
        let there = of_one_name.filter(|unknown| unknown.value != UnknownValue::Null).copied().collect();
        self.unknown = there;
    }

    /// A head, and room behind it.
    fn open(&mut self, at: At, slots: usize) -> u32 {
        let head = self.slots.len();
        self.slots.resize(head.saturating_add(1).saturating_add(slots), Slot::Absent);
        self.set(head, Slot::Head { holder: at.holder, step: at.step, doubtful: 0 });
        head as u32
    }
}
