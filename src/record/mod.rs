//! The located record: a document laid out by its field table, every field absent, of some type, or a value.
//!
//! An object is a run of slots, one for each row of its table, a list one for each item, both behind a head that tells
//! where they stand. A rule asks for a field by its key and never sees where the value came from.

use std::ops::Range;

pub mod path;
pub mod place;
pub mod plain;
pub mod slot;

use path::{At, Path};
use slot::{Block, List, Slot};

use crate::model::table::Table;
use crate::values::sorting::sort_by;
use crate::values::text::{Script, Span};

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

impl UnknownValue {
    fn of_number(number: u32) -> Self {
        match number {
            0 => UnknownValue::Null,
            1 => UnknownValue::EmptyText,
            _ => UnknownValue::Other,
        }
    }
}

/// No value has this offset: it would be the last of four gigabytes.
pub const NOWHERE: u32 = u32::MAX;

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
    /// Ready to take up a document whose text is `given`, with room for so many slots.
    pub fn for_text(given: &'t [u8], slots: usize) -> Self {
        let mut record = Record { slots: Vec::with_capacity(slots), given, ..Record::default() };
        record.slots.push(Slot::Absent);
        record
    }

    /// A document that `document.js` has laid out; five numbers of each key that its object's table does not have.
    pub fn laid(slots: Vec<Slot>, given: &'t [u8], unknown: &[u32]) -> Self {
        let (unknown, _) = unknown.as_chunks::<5>();
        let unknown = unknown.iter().map(|&[holder, start, len, script, value]| Unknown {
            holder,
            key: Span { start, len, script: Script::of_number(script) },
            value: UnknownValue::of_number(value),
            offset: NOWHERE,
        });
        let mut record = Record { slots, given, unknown: unknown.collect(), ..Record::default() };
        record.sort_unknown();
        record
    }

    /// The same where the text is the record's own.
    pub fn with_text(text: Vec<u8>) -> Self {
        Record { added: text, ..Record::for_text(&[], 0) }
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

    #[inline(always)]
    pub fn get(&self, slot: usize) -> Slot {
        *self.slot(slot)
    }

    #[inline(always)]
    pub fn slot(&self, slot: usize) -> &Slot {
        &self.slots[slot]
    }

    pub fn set(&mut self, slot: usize, value: Slot) {
        self.slots[slot] = value;
    }

    /// Notes the offset at which a value stands in the bytes it was read from.
    pub fn locate(&mut self, slot: usize, offset: u32) {
        if self.offsets.len() < self.slots.len() {
            self.offsets.resize(self.slots.len(), NOWHERE);
        }
        self.offsets[slot] = offset;
    }

    /// Where a value stands in the bytes, or what lacks it.
    pub fn offset(&self, at: At) -> u32 {
        let (mut holder, mut step) = (at.holder, at.step);
        while let Some((outer, outer_step)) = self.holder_of(holder) {
            let offset = if step & Path::UNKNOWN != 0 {
                self.unknown[(step & !Path::UNKNOWN) as usize].offset
            } else {
                // Behind the last value that was located stand only values that are not there.
                self.offsets.get(At::new(holder, step).slot()).copied().unwrap_or(NOWHERE)
            };
            if offset != NOWHERE {
                return offset;
            }
            (holder, step) = (outer, outer_step);
        }
        self.root_offset
    }

    /// Where the object or list with this head stands itself; `None` for what holds the document.
    fn holder_of(&self, head: u32) -> Option<(u32, u32)> {
        if head == At::DOCUMENT.holder {
            return None;
        }
        match self.slots[head as usize] {
            Slot::Head { holder, step, .. } => Some((holder, step)),
            _ => panic!("a head is expected in slot {head}"),
        }
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
        Span::new((self.given.len() + before) as u32, &self.added[before..])
    }

    /// The indexes of the keys of an object that its table does not have, by name.
    pub fn unknown_keys(&self, block: Block) -> Range<usize> {
        if self.unknown.is_empty() {
            return 0..0;
        }
        let first = self.unknown.partition_point(|unknown| unknown.holder < block.0);
        let end = self.unknown.partition_point(|unknown| unknown.holder <= block.0);
        first..end
    }

    pub fn is_unknown_of_empty_text(&self, index: usize) -> bool {
        self.unknown[index].value == UnknownValue::EmptyText
    }

    pub fn unknown_key(&self, index: usize) -> &[u8] {
        self.text(self.unknown[index].key)
    }

    /// The steps to a place.
    pub fn path(&self, at: At) -> Path {
        let mut steps = [0; Path::DEEPEST];
        let mut depth = 0;
        let mut note = |step| {
            steps[depth] = step;
            depth += 1;
        };
        if let Some(row) = at.row_beyond() {
            note(row);
        }
        let (mut holder, mut step) = (at.holder, at.step);
        while let Some(outer) = self.holder_of(holder) {
            note(step);
            (holder, step) = outer;
        }
        Path::of_reversed(&steps[..depth])
    }

    /// The slot of a value by its pointer, where all that holds it is there.
    pub fn find(&self, table: &'static Table, pointer: &str) -> Option<usize> {
        let mut table = Some(table);
        let mut slot = At::DOCUMENT.slot();
        for name in pointer.split('/').skip(1) {
            let Slot::Object(block) = self.get(slot) else { return None };
            let row = table?.find(name.as_bytes())?;
            slot = block.slot(row);
            table = table?.fields[row].shape.inner();
        }
        Some(slot)
    }

    /// Room for an object of a table with so many rows.
    pub fn open_object(&mut self, at: At, rows: usize) -> Block {
        Block(self.open(at, rows))
    }

    /// Whether nothing of an object needs a closer look. Where any object has an unknown key, each is asked.
    #[inline(always)]
    pub fn is_plainly_sound(&self, block: Block) -> bool {
        self.unknown.is_empty() && matches!(self.slots[block.0 as usize], Slot::Head { doubtful: 0, .. })
    }

    /// The rows of an object that need a closer look.
    pub fn doubtful(&self, block: Block) -> u32 {
        match self.slots[block.0 as usize] {
            Slot::Head { doubtful, .. } => doubtful,
            _ => panic!("a head is expected in slot {}", block.0),
        }
    }

    pub fn set_doubtful(&mut self, block: Block, rows: u32) {
        match &mut self.slots[block.0 as usize] {
            Slot::Head { doubtful, .. } => *doubtful = rows,
            _ => panic!("a head is expected in slot {}", block.0),
        }
    }

    /// Puts another value in the place of one that was read.
    pub fn change(&mut self, block: Block, row: usize, value: Slot) {
        self.set(block.slot(row), value);
        self.set_doubtful(block, self.doubtful(block) | 1 << row);
    }

    /// Room for a list of so many items.
    pub fn open_list(&mut self, at: At, len: u32) -> List {
        List { head: self.open(at, len as usize), len }
    }

    /// A list of items that were read already.
    pub fn close_list(&mut self, at: At, items: &[Slot]) -> List {
        let list = List { head: self.open(at, 0), len: items.len() as u32 };
        self.slots.extend_from_slice(items);
        for (index, item) in items.iter().enumerate() {
            if let Slot::Object(block) = item {
                match &mut self.slots[block.0 as usize] {
                    Slot::Head { holder, step, .. } => (*holder, *step) = (list.head, index as u32),
                    _ => panic!("a head is expected in slot {}", block.0),
                }
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

    pub fn finish(&mut self, root: Slot) {
        self.set(At::DOCUMENT.slot(), root);
        self.sort_unknown();
    }

    /// Object by object and by name, so that the order of keys never changes a report.
    fn sort_unknown(&mut self) {
        if self.unknown.is_empty() {
            return;
        }
        let mut unknown = std::mem::take(&mut self.unknown);
        sort_by(&mut unknown, &|one, other| one.holder.cmp(&other.holder).then_with(|| self.text(one.key).cmp(self.text(other.key))));
        let is_same = |one: &Unknown, other: &Unknown| one.holder == other.holder && self.text(one.key) == self.text(other.key);
        let of_one_name = unknown.chunk_by(is_same).filter_map(<[Unknown]>::last);
        self.unknown = of_one_name.filter(|unknown| unknown.value != UnknownValue::Null).copied().collect();
    }

    /// A head, and room behind it.
    fn open(&mut self, at: At, slots: usize) -> u32 {
        let head = self.slots.len();
        self.slots.resize(head + 1 + slots, Slot::Absent);
        self.set(head, Slot::Head { holder: at.holder, step: at.step, doubtful: 0 });
        head as u32
    }
}
