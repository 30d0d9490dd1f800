//! From JSON bytes into the record.

use std::mem;

use super::escape::unescaped;
use super::number;
use super::plan::{Inner, KEY_BLOCK, Plan, Row, TableId};
use super::source::{Content, Parsed, Raw, Source};
use crate::input::tape::is_long;
use crate::record::path::At;
use crate::record::plain::Seen;
use crate::record::slot::{Block, List, Slot, ValueType};
use crate::record::{Record, UnknownValue};
use crate::values::text::{self, Span};

pub struct Decoder<'t, 'p> {
    pub source: Source<'t>,
    pub record: Record<'t>,
    plan: &'p mut Plan,
    /// Items of the lists that are still open, and their offsets where they are noted.
    items: Vec<Slot>,
    item_offsets: Vec<u32>,
    is_locating: bool,
}

impl<'t, 'p> Decoder<'t, 'p> {
    /// `spare` is an earlier record whose room is used again.
    pub fn new(source: Source<'t>, plan: &'p mut Plan, spare: Record<'_>) -> Self {
        Decoder { source, record: spare.cleared_for(source.bytes), plan, items: Vec::new(), item_offsets: Vec::new(), is_locating: false }
    }

    /// Decodes the order that begins here, up to its last byte.
    pub fn order(&mut self) -> Parsed<()> {
        self.record.clear();
        self.items.clear();
        self.item_offsets.clear();
        self.source.next_byte()?;
        let offset = self.source.at as u32;
        let root = self.value(Inner::Object(Plan::ROOT), At::DOCUMENT)?;
        self.record.finish_located(root, offset);
        Some(())
    }

    /// Decodes the same order again, noting where its values stand.
    pub fn locate(&mut self) {
        let start = self.start_of_order();
        let end = mem::replace(&mut self.source.at, start);
        self.is_locating = true;
        self.order();
        self.is_locating = false;
        self.source.at = end;
    }

    /// An order that is not there.
    pub fn nothing(&mut self, offset: usize) {
        self.record.clear();
        self.record.finish_located(Slot::Absent, offset as u32);
    }

    /// Where the order starts that was decoded last.
    pub fn start_of_order(&self) -> usize {
        self.record.offset(At::DOCUMENT) as usize
    }

    fn value(&mut self, inner: Inner, at: At) -> Parsed<Slot> {
        let byte = self.source.next_byte()?;
        Some(match (byte, inner) {
            (b'"', _) => {
                let raw = self.source.text()?;
                self.unusual_text(raw)
            }
            (b'{', Inner::Object(table)) => Slot::Object(self.object(table, at)?),
            (b'[', Inner::List(table)) => Slot::List(self.list(table, at)?),
            _ => self.other(byte)?,
        })
    }

    /// What is no text and belongs to no table.
    fn other(&mut self, byte: u8) -> Parsed<Slot> {
        match byte {
            b'{' => self.source.skip().map(|()| Slot::Other(ValueType::Object)),
            b'[' => self.source.skip().map(|()| Slot::Other(ValueType::Array)),
            b't' => self.source.literal(b"true").map(|()| Slot::Bool(true)),
            b'f' => self.source.literal(b"false").map(|()| Slot::Bool(false)),
            b'n' => self.source.literal(b"null").map(|()| Slot::Absent),
            _ => number::read(&mut self.source).map(Slot::Number),
        }
    }

    fn unusual_text(&mut self, raw: Raw) -> Slot {
        let span = self.span(raw);
        let text = self.record.text(span);
        if is_long(text) { Slot::LongText(text::count(text)) } else { Slot::Text(span) }
    }

    fn span(&mut self, raw: Raw) -> Span {
        match raw.content {
            Content::Plain(script) => Span { start: raw.start as u32, len: (raw.end - raw.start) as u32, script },
            Content::Escaped => {
                let bytes = &self.source.bytes[raw.start..raw.end];
                self.record.add_text_with(|added| unescaped(bytes, added))
            }
        }
    }

    #[inline(never)]
    fn object(&mut self, id: TableId, at: At) -> Parsed<Block> {
        let table = self.plan.table(id).table;
        let block = self.record.open_object(at, table.fields.len());
        let mut seen = Seen::default();
        let mut previous = self.plan.before_first(id);
        let mut is_first = true;
        // At the brace or behind a value: what follows is most often the key that followed last time.
        loop {
            let place = match self.expected_key(previous, is_first) {
                Some(place) => Some(place),
                None => {
                    if is_first {
                        self.source.advance(1);
                    }
                    let goes_on = if is_first { !self.source.is_empty(b'}')? } else { self.source.goes_on(b'}')? };
                    if !goes_on {
                        break;
                    }
                    self.any_key(id, previous, block)?
                }
            };
            is_first = false;
            if let Some(place) = place {
                let &Row { row, inner, plain, .. } = self.plan.row(place);
                let slot = block.slot(row);
                if self.is_locating {
                    self.source.next_byte()?;
                    self.record.locate(slot, self.source.at as u32);
                }
                // A slot is made where it stays: one read back half written stalls the processor.
                let is_plain = match (self.source.next_byte()?, inner) {
                    (b'"', _) => {
                        let raw = self.source.text()?;
                        let len = raw.end.wrapping_sub(raw.start);
                        match raw.content {
                            Content::Plain(script) if len <= ALL_SHORT => {
                                let span = Span { start: raw.start as u32, len: len as u32, script };
                                self.record.set(slot, Slot::Text(span));
                                plain.holds_text(span)
                            }
                            _ => {
                                let value = self.unusual_text(raw);
                                self.record.set(slot, value);
                                value.is_plainly(plain)
                            }
                        }
                    }
                    (b'0'..=b'9', _) => {
                        let number = number::read(&mut self.source)?;
                        self.record.set(slot, Slot::Number(number));
                        plain.holds_number(number)
                    }
                    (b'{', Inner::Object(table)) => {
                        let inner = self.object(table, block.at(row))?;
                        self.record.set(slot, Slot::Object(inner));
                        false
                    }
                    (b'[', Inner::List(table)) => {
                        let list = self.list(table, block.at(row))?;
                        self.record.set(slot, Slot::List(list));
                        false
                    }
                    (byte, _) => {
                        let value = self.other(byte)?;
                        self.record.set(slot, value);
                        value.is_plainly(plain)
                    }
                };
                seen.note(row, is_plain);
                previous = place;
            }
        }
        self.record.set_doubtful(block, seen.doubtful(table));
        Some(block)
    }

    #[inline(always)]
    fn expected_key(&mut self, previous: usize, is_first: bool) -> Option<usize> {
        let front = self.source.bytes.get(self.source.at..)?.first_chunk::<KEY_BLOCK>()?;
        let (place, len) = self.plan.expected(previous, front, is_first)?;
        self.source.advance(len);
        Some(place)
    }

    /// The place of the next key's row; none for one that the table lacks, whose value is passed over.
    #[inline(never)]
    fn any_key(&mut self, id: TableId, previous: usize, block: Block) -> Parsed<Option<usize>> {
        self.source.next_byte()?;
        let offset = self.source.at as u32;
        let raw = self.source.key()?;
        let name = self.span(raw);
        let found = self.plan.find(id, previous, self.record.text(name));
        if found.is_none() {
            self.source.next_byte()?;
            let start = self.source.at;
            self.source.skip()?;
            let value = match &self.source.bytes[start..self.source.at] {
                b"null" => UnknownValue::Null,
                b"\"\"" => UnknownValue::EmptyText,
                _ => UnknownValue::Other,
            };
            self.record.note_unknown(block, name, value, offset);
        }
        Some(found)
    }

    #[inline(never)]
    fn list(&mut self, id: TableId, at: At) -> Parsed<List> {
        let first = self.items.len();
        self.source.advance(1);
        let mut goes_on = !self.source.is_empty(b']')?;
        while goes_on {
            let is_object = self.source.next_byte()? == b'{';
            let offset = self.source.at as u32;
            if is_object {
                let item = self.object(id, At::DOCUMENT)?;
                self.items.push(Slot::Object(item));
            } else {
                let item = self.value(Inner::None, At::DOCUMENT)?;
                self.items.push(item);
            }
            // Behind the item, whose own lists have come and gone by then.
            if self.is_locating {
                self.item_offsets.push(offset);
            }
            goes_on = self.source.goes_on(b']')?;
        }
        let list = self.record.close_list(at, &self.items[first..]);
        self.items.truncate(first);
        for (index, offset) in self.item_offsets.get(first..).into_iter().flatten().enumerate() {
            self.record.locate(list.slot(index), *offset);
        }
        self.item_offsets.truncate(first);
        Some(list)
    }
}

/// No text of so few bytes is long.
const ALL_SHORT: usize = 4096;
