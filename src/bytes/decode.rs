//! From JSON bytes into the record.

use alloc::vec::Vec;

use super::plan::{KEY_BLOCK, Plan, PlanId, Wants};
use super::source::{NotJson, Raw, Source, unescaped};
use crate::path::At;
use crate::record::{Block, List, Record, Slot};
use crate::tape::{Kind, Span, is_long};
use crate::text;

pub struct Decoder<'t, 'p> {
    pub source: Source<'t>,
    pub record: Record<'t>,
    plan: &'p mut Plan,
    /// Items of the lists that are still open, with their offsets.
    items: Vec<(Slot, u32)>,
}

impl<'t, 'p> Decoder<'t, 'p> {
    /// `spare` is an earlier record whose room is used again.
    pub fn new(source: Source<'t>, plan: &'p mut Plan, spare: Record<'_>) -> Self {
        Decoder { source, record: spare.cleared_for(source.bytes), plan, items: Vec::new() }
    }

    /// Decodes the order that begins here, up to its last byte.
    pub fn order(&mut self) -> Result<(), NotJson> {
        self.record.clear();
        self.items.clear();
        let (root, offset) = self.value(Wants::Object(Plan::ROOT), At::DOCUMENT)?;
        self.record.finish_located(root, offset);
        Ok(())
    }

    /// An order that is not there.
    pub fn nothing(&mut self, offset: usize) {
        self.record.clear();
        self.record.finish_located(Slot::Absent, offset as u32);
    }

    /// A value with the offset of its first byte.
    #[inline]
    fn value(&mut self, wants: Wants, at: At) -> Result<(Slot, u32), NotJson> {
        let offset = self.source.at as u32;
        let slot = match (self.source.peek(), wants) {
            (Some(b'"'), _) => self.text()?,
            (Some(b'0'..=b'9'), _) => Slot::Number(self.source.number()?),
            (Some(b'{'), Wants::Object(plan)) => self.object(plan, at)?,
            (Some(b'['), Wants::List(plan)) => self.list(plan, at)?,
            (Some(b' ' | b'\t' | b'\r' | b'\n'), _) => {
                self.source.next()?;
                return self.value(wants, at);
            }
            _ => self.unusual()?,
        };
        Ok((slot, offset))
    }

    /// A value of another type than wanted.
    fn unusual(&mut self) -> Result<Slot, NotJson> {
        match self.source.next()? {
            b'{' => self.source.skip().map(|()| Slot::Other(Kind::Object)),
            b'[' => self.source.skip().map(|()| Slot::Other(Kind::Array)),
            b't' => self.source.literal(b"true").map(|()| Slot::Bool(true)),
            b'f' => self.source.literal(b"false").map(|()| Slot::Bool(false)),
            b'n' => self.source.literal(b"null").map(|()| Slot::Absent),
            _ => self.source.number().map(Slot::Number),
        }
    }

    #[inline]
    fn text(&mut self) -> Result<Slot, NotJson> {
        let raw = self.source.text()?;
        let span = self.span(raw);
        let text = self.record.text(span);
        Ok(if is_long(text) { Slot::LongText(text::count(text)) } else { Slot::Text(span) })
    }

    fn span(&mut self, raw: Raw) -> Span {
        if !raw.has_escapes {
            return Span { start: raw.start as u32, len: raw.end.saturating_sub(raw.start) as u32, script: raw.script };
        }
        let bytes = self.source.bytes.get(raw.start..raw.end).unwrap_or_default();
        self.record.add_text_with(|added| unescaped(bytes, added))
    }

    fn object(&mut self, plan: PlanId, at: At) -> Result<Slot, NotJson> {
        let Some(table) = self.plan.table(plan) else { return self.source.refused() };
        let block = self.record.open_object(at, table.rows());
        self.source.advance(1);
        if self.source.is_empty(b'}')? {
            return Ok(Slot::Object(block));
        }
        let mut previous = 0;
        loop {
            let (row, wants) = match self.expected_key(plan, previous) {
                Some((row, len, wants)) => {
                    self.source.advance(len);
                    (row, wants)
                }
                None => match self.any_key(plan, previous, block)? {
                    Some(found) => found,
                    None if self.source.goes_on(b'}')? => continue,
                    None => return Ok(Slot::Object(block)),
                },
            };
            let (value, offset) = self.value(wants, block.at(row))?;
            self.record.set_located(block.slot(row), value, offset);
            previous = row.saturating_add(1);
            if !self.source.goes_on(b'}')? {
                return Ok(Slot::Object(block));
            }
        }
    }

    #[inline]
    fn expected_key(&mut self, plan: PlanId, previous: usize) -> Option<(usize, usize, Wants)> {
        let block: &[u8; KEY_BLOCK] = self.source.bytes.get(self.source.at..)?.first_chunk()?;
        self.plan.table(plan)?.expected(previous, block)
    }

    /// A key that was not expected. One that the table lacks is noted, and its value passed over.
    fn any_key(&mut self, plan: PlanId, previous: usize, block: Block) -> Result<Option<(usize, Wants)>, NotJson> {
        self.source.next()?;
        let offset = self.source.at as u32;
        let raw = self.source.key()?;
        let name = self.span(raw);
        let found = self.plan.table(plan).and_then(|table| {
            let found = table.find(self.record.text(name));
            if let Some((row, _)) = found {
                table.learn(previous, row);
            }
            found
        });
        if found.is_none() {
            let is_null = self.source.next()? == b'n';
            self.source.skip()?;
            self.record.note_unknown(block, name, is_null, offset);
        }
        Ok(found)
    }

    fn list(&mut self, plan: PlanId, at: At) -> Result<Slot, NotJson> {
        self.source.advance(1);
        if self.source.is_empty(b']')? {
            return Ok(Slot::List(self.record.close_list(at, &[])));
        }
        let first = self.items.len();
        loop {
            let item = self.value(Wants::Object(plan), At::DOCUMENT)?;
            self.items.push(item);
            if !self.source.goes_on(b']')? {
                break;
            }
        }
        let list: List = self.record.close_list(at, self.items.get(first..).unwrap_or_default());
        self.items.truncate(first);
        Ok(Slot::List(list))
    }
}
