//! Places in a document: as steps through its table, and as the keys and indexes a caller sees.

use alloc::vec::Vec;

use crate::fields::Field;
use crate::text::push_decimal;

/// A place in a document as steps through its table: a row, an index of a list, or an unknown key.
/// Its order is the document order of issues.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Path {
    /// Each one more than its row or index; 0 where the path has ended, so that a prefix sorts before what it begins.
    steps: [u32; Path::DEEPEST],
}

impl Path {
    /// collection.details[].promotion_detail[].goods_detail[].goods_id
    const DEEPEST: usize = 8;
    /// Unknown keys come after every row of their object.
    pub const UNKNOWN: u32 = 1 << 31;

    pub fn then(mut self, step: usize) -> Self {
        if let Some(end) = self.steps.iter_mut().find(|step| **step == 0) {
            *end = (step as u32).saturating_add(1);
        }
        self
    }

    pub fn then_unknown(self, place: usize) -> Self {
        self.then(place | Path::UNKNOWN as usize)
    }

    pub fn steps(&self) -> impl Iterator<Item = u32> + '_ {
        self.steps.iter().take_while(|step| **step != 0).map(|step| step.saturating_sub(1))
    }
}

/// One step of a path, with what the table says of it.
#[derive(Clone, Copy, Debug)]
pub enum Step<'a> {
    Field(&'static Field),
    Index { list: &'static Field, index: u32 },
    Unknown(&'a [u8]),
}

/// A key or an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment<'a> {
    /// WTF-8, like all text that came from outside.
    Key(&'a [u8]),
    Index(u32),
}

/// A path as a JSON Pointer, in WTF-8.
pub fn pointer(path: &[Segment]) -> Vec<u8> {
    let mut pointer = Vec::new();
    for segment in path {
        pointer.push(b'/');
        match segment {
            Segment::Key(key) => {
                for byte in *key {
                    match byte {
                        b'~' => pointer.extend_from_slice(b"~0"),
                        b'/' => pointer.extend_from_slice(b"~1"),
                        other => pointer.push(*other),
                    }
                }
            }
            Segment::Index(index) => push_decimal(u64::from(*index), 0, &mut pointer),
        }
    }
    pointer
}
