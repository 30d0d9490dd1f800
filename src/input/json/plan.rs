//! The field tables as the decoder wants them: keys as they stand in the bytes, and which came after which last time.

use crate::model::table::{Shape, Table};
use crate::record::plain::Plain;

/// A table's place among all of a plan.
pub type TableId = usize;

/// The rows of all tables, side by side.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    tables: Vec<TablePlan>,
    rows: Vec<Row>,
    /// The row that came last behind each row, and at first in each table.
    followers: Vec<u16>,
}

#[derive(Clone, Copy, Debug)]
pub struct TablePlan {
    pub table: &'static Table,
    first_row: usize,
    /// Rows by a hash of their names; [`NONE`] where there is none.
    buckets: [u8; BUCKETS],
}

#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Its place in its own table.
    pub row: usize,
    pub inner: Inner,
    pub plain: Plain,
    key: KeyBytes,
}

/// What a container in the place of a row is read as.
#[derive(Clone, Copy, Debug)]
pub enum Inner {
    Object(TableId),
    /// Of objects of a table.
    List(TableId),
    None,
}

/// `,"name":`, to be compared at one go with what stands in the bytes.
#[derive(Clone, Copy, Debug, Default)]
struct KeyBytes {
    words: [u64; KEY_WORDS],
    masks: [u64; KEY_WORDS],
    len: usize,
}

const KEY_WORDS: usize = 3;
/// The longest key there is, `,"wechatpay_contribute":`.
pub const KEY_BLOCK: usize = KEY_WORDS * 8;
const BUCKETS: usize = 64;
const NONE: u8 = u8::MAX;
const NO_ROW: u16 = u16::MAX;

impl Plan {
    pub const ROOT: TableId = 0;

    pub fn new(root: &'static Table) -> Self {
        let mut plan = Plan::default();
        plan.add(root);
        for table in &plan.tables {
            let behind = table.first_row + table.table.fields.len();
            plan.followers.extend((table.first_row + 1..behind).map(|row| row as u16));
            // What lies behind the last row is another table's.
            plan.followers.push(NO_ROW);
        }
        let firsts = plan.tables.iter().map(|table| table.first_row as u16);
        plan.followers.extend(firsts);
        plan
    }

    fn add(&mut self, table: &'static Table) -> TableId {
        let id = self.tables.len();
        let first_row = self.rows.len();
        self.tables.push(TablePlan::new(table, first_row));
        for (row, field) in table.fields.iter().enumerate() {
            self.rows.push(Row { row, inner: Inner::None, plain: Plain::of(field.shape), key: KeyBytes::new(field.name) });
        }
        for (row, field) in table.fields.iter().enumerate() {
            let inner = match field.shape {
                Shape::Object(of) => Inner::Object(self.add(of)),
                Shape::List { of, .. } => Inner::List(self.add(of)),
                _ => continue,
            };
            self.rows[first_row + row].inner = inner;
        }
        id
    }

    pub fn table(&self, id: TableId) -> &TablePlan {
        &self.tables[id]
    }

    /// Where the first key of an object stands among the followers.
    pub fn before_first(&self, id: TableId) -> usize {
        self.rows.len() + id
    }

    pub fn row(&self, place: usize) -> &Row {
        &self.rows[place]
    }

    /// The place of the row that came last behind the one before, where its key stands at the front behind a comma or, the
    /// first one, behind a brace; with the length of all that.
    #[inline(always)]
    pub fn expected(&self, previous: usize, block: &[u8; KEY_BLOCK], is_first: bool) -> Option<(usize, usize)> {
        let place = usize::from(self.followers[previous]);
        let row = self.rows.get(place)?;
        row.key.stands_at(block, is_first).then_some((place, row.key.len))
    }

    /// The place of the row of a name, which is expected next time behind the same row.
    pub fn find(&mut self, id: TableId, previous: usize, name: &[u8]) -> Option<usize> {
        let table = &self.tables[id];
        let mut bucket = bucket(name);
        loop {
            let place = usize::from(table.buckets[bucket]);
            // Where there is none the place lies beyond all rows of the table.
            let field = table.table.fields.get(place)?;
            if field.name.as_bytes() == name {
                let place = table.first_row + place;
                self.followers[previous] = place as u16;
                return Some(place);
            }
            bucket = after(bucket);
        }
    }
}

impl TablePlan {
    fn new(table: &'static Table, first_row: usize) -> Self {
        let mut buckets = [NONE; BUCKETS];
        for (place, field) in table.fields.iter().enumerate() {
            let mut bucket = bucket(field.name.as_bytes());
            while buckets[bucket] != NONE {
                bucket = after(bucket);
            }
            buckets[bucket] = place as u8;
        }
        TablePlan { table, first_row, buckets }
    }
}

/// Chosen so that the names of the larger tables hardly collide.
fn bucket(name: &[u8]) -> usize {
    // A name may be shorter than five bytes.
    let byte = |at: usize| usize::from(name.get(at).copied().unwrap_or_default());
    let last = usize::from(name.last().copied().unwrap_or_default());
    (name.len() * 5 + byte(0) * 3 + byte(4) + last * 7) % BUCKETS
}

fn after(bucket: usize) -> usize {
    (bucket + 1) % BUCKETS
}

impl KeyBytes {
    fn new(name: &str) -> Self {
        let mut text = Vec::with_capacity(KEY_BLOCK);
        text.extend_from_slice(b",\"");
        text.extend_from_slice(name.as_bytes());
        text.extend_from_slice(b"\":");
        let mut key = KeyBytes { len: text.len(), ..KeyBytes::default() };
        for (place, byte) in text.iter().enumerate() {
            let shift = place % 8 * 8;
            key.words[place / 8] |= u64::from(*byte) << shift;
            key.masks[place / 8] |= 0xFF << shift;
        }
        key
    }

    #[inline(always)]
    fn stands_at(&self, block: &[u8; KEY_BLOCK], is_first: bool) -> bool {
        const COMMA_TO_BRACE: u64 = (b',' ^ b'{') as u64;
        let (words, _) = block.as_chunks::<8>();
        let mut differs = 0;
        let mut opening = if is_first { COMMA_TO_BRACE } else { 0 };
        for ((bytes, word), mask) in words.iter().zip(&self.words).zip(&self.masks) {
            differs |= (u64::from_le_bytes(*bytes) ^ word ^ opening) & mask;
            opening = 0;
        }
        differs == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kind::DocumentKind;
    use crate::values::named::Named;

    #[test]
    fn every_key_is_found_by_name_and_as_it_stands_in_the_bytes() {
        for kind in DocumentKind::ALL {
            let mut plan = Plan::new(kind.spec().table);
            for id in 0..plan.tables.len() {
                let table = plan.tables[id];
                for (row, field) in table.table.fields.iter().enumerate() {
                    let previous = plan.before_first(id);
                    let found = plan.find(id, previous, field.name.as_bytes());
                    assert_eq!(found, Some(table.first_row + row), "{}", field.name);
                    assert!(field.name.len() + 4 <= KEY_BLOCK, "{} is longer than a block", field.name);
                    for (opening, is_first) in [(',', false), ('{', true)] {
                        let mut block = [b'!'; KEY_BLOCK];
                        let key = format!("{opening}\"{}\":", field.name);
                        block[..key.len()].copy_from_slice(key.as_bytes());
                        assert!(plan.expected(previous, &block, is_first).is_some(), "{}", field.name);
                        assert!(plan.expected(previous, &block, !is_first).is_none(), "{}", field.name);
                        block[key.len() - 3] ^= 1;
                        assert!(plan.expected(previous, &block, is_first).is_none(), "{}", field.name);
                    }
                }
                assert!(plan.find(id, 0, b"no_such_field").is_none() && plan.find(id, 0, b"").is_none());
                let last = table.first_row + table.table.fields.len() - 1;
                assert_eq!(plan.followers[last], NO_ROW, "behind the last row of {}", table.table.name);
            }
        }
    }
}
