//! The field tables as the decoder wants them: keys as they stand in the bytes, and which came after which last time.

use alloc::vec::Vec;

use crate::fields::{Shape, Table};

/// Where a table's own plan stands among all.
pub type PlanId = usize;

#[derive(Clone, Debug, Default)]
pub struct Plan {
    tables: Vec<TablePlan>,
}

#[derive(Clone, Debug)]
pub struct TablePlan {
    rows: Vec<Row>,
    /// Rows by a hash of their names; [`NONE`] where there is none.
    buckets: [u8; BUCKETS],
    /// The row that came last behind each row; the first of all stands in front.
    followers: Vec<u8>,
}

#[derive(Clone, Debug)]
struct Row {
    name: &'static str,
    wants: Wants,
    key: KeyBytes,
}

/// What a field is to be decoded as.
#[derive(Clone, Copy, Debug)]
pub enum Wants {
    Text,
    Number,
    Boolean,
    Object(PlanId),
    List(PlanId),
}

/// `"name":`, to be compared at one go with what stands in the bytes.
#[derive(Clone, Copy, Debug, Default)]
struct KeyBytes {
    words: [u64; KEY_WORDS],
    masks: [u64; KEY_WORDS],
    len: usize,
}

const KEY_WORDS: usize = 3;
/// The longest key there is, `"wechatpay_contribute":`.
pub const KEY_BLOCK: usize = KEY_WORDS * 8;
const BUCKETS: usize = 64;
const NONE: u8 = u8::MAX;

impl Plan {
    pub const ROOT: PlanId = 0;

    pub fn new(root: &'static Table) -> Self {
        let mut plan = Plan::default();
        plan.add(root);
        plan
    }

    fn add(&mut self, table: &'static Table) -> PlanId {
        let id = self.tables.len();
        self.tables.push(TablePlan::default());
        let mut rows = Vec::with_capacity(table.fields.len());
        for field in table.fields {
            let wants = match field.shape {
                Shape::Text { .. } | Shape::Enum(_) => Wants::Text,
                Shape::Integer { .. } => Wants::Number,
                Shape::Boolean => Wants::Boolean,
                Shape::Object(of) => Wants::Object(self.add(of)),
                Shape::List { of, .. } => Wants::List(self.add(of)),
            };
            rows.push(Row { name: field.name, wants, key: KeyBytes::new(field.name) });
        }
        if let Some(place) = self.tables.get_mut(id) {
            *place = TablePlan::of(rows);
        }
        id
    }

    pub fn table(&mut self, id: PlanId) -> Option<&mut TablePlan> {
        self.tables.get_mut(id)
    }
}

impl Default for TablePlan {
    fn default() -> Self {
        TablePlan { rows: Vec::new(), buckets: [NONE; BUCKETS], followers: Vec::new() }
    }
}

impl TablePlan {
    fn of(rows: Vec<Row>) -> Self {
        let mut buckets = [NONE; BUCKETS];
        for (place, row) in rows.iter().enumerate() {
            let mut bucket = bucket(row.name.as_bytes());
            while buckets.get(bucket).is_some_and(|taken| *taken != NONE) {
                bucket = after(bucket);
            }
            if let Some(free) = buckets.get_mut(bucket) {
                *free = place as u8;
            }
        }
        let followers = (0..=rows.len()).map(|row| if row < rows.len() { row as u8 } else { 0 }).collect();
        TablePlan { rows, buckets, followers }
    }

    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// The row whose key stands at the front, where it is the one that came there last time; and how long the key is.
    #[inline]
    pub fn expected(&self, previous: usize, block: &[u8; KEY_BLOCK]) -> Option<(usize, usize, Wants)> {
        let place = usize::from(*self.followers.get(previous)?);
        let row = self.rows.get(place)?;
        row.key.stands_at(block).then_some((place, row.key.len, row.wants))
    }

    pub fn learn(&mut self, previous: usize, place: usize) {
        if let Some(follower) = self.followers.get_mut(previous) {
            *follower = place as u8;
        }
    }

    pub fn find(&self, name: &[u8]) -> Option<(usize, Wants)> {
        let mut bucket = bucket(name);
        loop {
            let place = usize::from(*self.buckets.get(bucket)?);
            // Where there is none the place lies beyond all rows.
            let row = self.rows.get(place)?;
            if row.name.as_bytes() == name {
                return Some((place, row.wants));
            }
            bucket = after(bucket);
        }
    }
}

/// Chosen so that the names of the larger tables hardly collide.
fn bucket(name: &[u8]) -> usize {
    let byte = |place: usize| usize::from(name.get(place).copied().unwrap_or_default());
    let last = usize::from(name.last().copied().unwrap_or_default());
    name.len().wrapping_mul(5).wrapping_add(byte(0).wrapping_mul(3)).wrapping_add(byte(4)).wrapping_add(last.wrapping_mul(7)) % BUCKETS
}

fn after(bucket: usize) -> usize {
    bucket.wrapping_add(1) % BUCKETS
}

impl KeyBytes {
    fn new(name: &str) -> Self {
        let mut text = Vec::with_capacity(KEY_BLOCK);
        text.push(b'"');
        text.extend_from_slice(name.as_bytes());
        text.extend_from_slice(b"\":");
        let mut key = KeyBytes { len: text.len(), ..KeyBytes::default() };
        for (place, byte) in text.iter().enumerate() {
            let shift = (place % 8) as u32 * 8;
            if let (Some(word), Some(mask)) = (key.words.get_mut(place / 8), key.masks.get_mut(place / 8)) {
                *word |= u64::from(*byte) << shift;
                *mask |= 0xFF << shift;
            }
        }
        key
    }

    #[inline]
    fn stands_at(&self, block: &[u8; KEY_BLOCK]) -> bool {
        let (words, _) = block.as_chunks::<8>();
        let mut differs = 0;
        for ((bytes, word), mask) in words.iter().zip(&self.words).zip(&self.masks) {
            differs |= (u64::from_le_bytes(*bytes) ^ word) & mask;
        }
        differs == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::{COMPLETION, SERVICE_ORDER};

    #[test]
    fn every_key_is_found_by_name_and_as_it_stands_in_the_bytes() {
        for root in [&COMPLETION, &SERVICE_ORDER] {
            let plan = Plan::new(root);
            for table in &plan.tables {
                for (place, row) in table.rows.iter().enumerate() {
                    assert_eq!(table.find(row.name.as_bytes()).map(|(found, _)| found), Some(place), "{}", row.name);
                    assert!(row.name.len() + 3 <= KEY_BLOCK, "{} is longer than a block", row.name);
                    let mut block = [b'!'; KEY_BLOCK];
                    let key = format!("\"{}\":", row.name);
                    block[..key.len()].copy_from_slice(key.as_bytes());
                    assert!(row.key.stands_at(&block), "{}", row.name);
                    block[key.len() - 3] ^= 1;
                    assert!(!row.key.stands_at(&block), "{}", row.name);
                }
                assert!(table.find(b"no_such_field").is_none() && table.find(b"").is_none());
            }
        }
    }
}
