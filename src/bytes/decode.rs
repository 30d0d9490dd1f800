//! From JSON bytes into the record.

use alloc::vec::Vec;
use core::mem;

use super::plan::{Inner, KEY_BLOCK, Plan, Row, TableId};
use super::source::{Parsed, Raw, Source, unescaped};
use crate::fields::Seen;
use crate::path::At;
use crate::record::{Block, List, Record, Slot};
use crate::tape::{Kind, Span, is_long};
use crate::text;

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
        self.source.next()?;
        let offset = self.source.at as u32;
        let root = self.value(Inner::Object(Plan::ROOT), At::DOCUMENT)?;
        self.record.finish_located(root, offset);
        Some(())
    }

    /// Decodes the same order again, noting where its values stand.
    pub fn locate(&mut self) {
        let end = mem::replace(&mut self.source.at, self.record.offset(At::DOCUMENT) as usize);
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

    /// A container, or what is no text and no plain number.
    #[inline(never)]
    fn other(&mut self, byte: u8, inner: Inner, at: At) -> Parsed<Slot> {
        match (byte, inner) {
            (b'{', Inner::Object(table)) => self.object(table, at).map(Slot::Object),
            (b'[', Inner::List(table)) => self.list(table, at).map(Slot::List),
            (b'{', _) => self.source.skip().map(|()| Slot::Other(Kind::Object)),
            (b'[', _) => self.source.skip().map(|()| Slot::Other(Kind::Array)),
            (b't', _) => self.source.literal(b"true").map(|()| Slot::Bool(true)),
            (b'f', _) => self.source.literal(b"false").map(|()| Slot::Bool(false)),
            (b'n', _) => self.source.literal(b"null").map(|()| Slot::Absent),
            _ => self.source.number().map(Slot::Number),
        }
    }

    #[inline(always)]
    fn value(&mut self, inner: Inner, at: At) -> Parsed<Slot> {
        match self.source.next()? {
            b'"' => self.text(),
            b'0'..=b'9' => self.source.number().map(Slot::Number),
            byte => self.other(byte, inner, at),
        }
    }

    #[inline(always)]
    fn text(&mut self) -> Parsed<Slot> {
        let raw = self.source.text()?;
        let len = raw.end.saturating_sub(raw.start);
        if raw.has_escapes || len > ALL_SHORT {
            return Some(self.unusual_text(raw));
        }
        Some(Slot::Text(Span { start: raw.start as u32, len: len as u32, script: raw.script }))
    }

    fn unusual_text(&mut self, raw: Raw) -> Slot {
        let span = self.span(raw);
        let text = self.record.text(span);
        if is_long(text) { Slot::LongText(text::count(text)) } else { Slot::Text(span) }
    }

    fn span(&mut self, raw: Raw) -> Span {
        if !raw.has_escapes {
            return Span { start: raw.start as u32, len: raw.end.saturating_sub(raw.start) as u32, script: raw.script };
        }
        let bytes = self.source.bytes.get(raw.start..raw.end).unwrap_or_default();
        self.record.add_text_with(|added| unescaped(bytes, added))
    }

    fn object(&mut self, id: TableId, at: At) -> Parsed<Block> {
        let table = self.plan.table(id)?.table;
        let block = self.record.open_object(at, table.fields.len());
        let mut seen = Seen::default();
        let mut previous = self.plan.before_first(id);
        let mut is_first = true;
        // At the brace or behind a value: what follows is most often the key that followed last time.
        loop {
            let place = match self.expected_key(previous, is_first) {
                Some(place) => place,
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
            if let Some(&Row { row, inner, plain, .. }) = self.plan.row(place) {
                let slot = block.slot(row);
                if self.is_locating {
                    self.source.next()?;
                    self.record.locate(slot, self.source.at as u32);
                }
                let value = self.value(inner, block.at(row))?;
                self.record.set(slot, value);
                seen.note(row, plain.holds(value));
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

    /// The place of the next key's row; beyond all rows for one that the table lacks, whose value is passed over.
    #[inline(never)]
    fn any_key(&mut self, id: TableId, previous: usize, block: Block) -> Parsed<usize> {
        self.source.next()?;
        let offset = self.source.at as u32;
        let raw = self.source.key()?;
        let name = self.span(raw);
        let found = self.plan.find(id, previous, self.record.text(name));
        if found.is_none() {
            let is_null = self.source.next()? == b'n';
            self.source.skip()?;
            self.record.note_unknown(block, name, is_null, offset);
        }
        Some(found.unwrap_or(usize::MAX))
    }

    fn list(&mut self, id: TableId, at: At) -> Parsed<List> {
        let first = self.items.len();
        self.source.advance(1);
        let mut goes_on = !self.source.is_empty(b']')?;
        while goes_on {
            if self.is_locating {
                self.source.next()?;
                self.item_offsets.resize(self.items.len(), 0);
                self.item_offsets.push(self.source.at as u32);
            }
            let item = self.value(Inner::Object(id), At::DOCUMENT)?;
            self.items.push(item);
            goes_on = self.source.goes_on(b']')?;
        }
        let list = self.record.close_list(at, self.items.get(first..).unwrap_or_default());
        self.items.truncate(first);
        for (index, offset) in self.item_offsets.get(first..).unwrap_or_default().iter().enumerate() {
            self.record.locate(list.slot(index), *offset);
        }
        self.item_offsets.truncate(first);
        Some(list)
    }
}

/// No text of so few bytes is long.
const ALL_SHORT: usize = 4096;
