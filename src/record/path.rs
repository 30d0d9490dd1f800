//! Where something stands in a document: as steps through its table, and as the keys and indexes a caller sees.

use serde::{Serialize, Serializer};

use crate::model::table::Field;
use crate::values::text::Given;

/// Where a value stands in a record: which object or list holds it, and the step into that.
/// A [`Path`] is made of it only for what is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At {
    /// The index of the holder's head.
    pub holder: u32,
    /// A row, an index, or with [`Path::UNKNOWN`] the index of an unknown key.
    pub step: u32,
    /// One more than a row of the object at that step, which is not there; 0 where nothing is missed in between.
    beyond: u32,
}

impl At {
    /// Held by nothing, so that its slot is the first.
    pub const DOCUMENT: At = At { holder: u32::MAX, step: 0, beyond: 0 };

    #[inline(always)]
    pub fn new(holder: u32, step: u32) -> Self {
        At { holder, step, beyond: 0 }
    }

    /// The slot of what stands there: the holder's own slots follow its head.
    #[inline(always)]
    pub fn slot(self) -> usize {
        self.holder.wrapping_add(1).wrapping_add(self.step) as usize
    }

    /// Where a field would stand whose object is not there.
    pub fn beyond(self, row: usize) -> Self {
        At { beyond: row as u32 + 1, ..self }
    }

    pub fn row_beyond(self) -> Option<u32> {
        self.beyond.checked_sub(1)
    }
}

/// The steps to a place through the tables: a row, an index of a list, or an unknown key.
/// Its order is the document order of issues.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Path {
    /// Each one more than its row or index; 0 where the path has ended, so that a prefix sorts before what it begins.
    steps: [u32; Path::DEEPEST],
}

impl Path {
    /// collection.details[].promotion_detail[].goods_detail[].goods_id
    pub const DEEPEST: usize = 8;
    /// Unknown keys come after every row of their object.
    pub const UNKNOWN: u32 = 1 << 31;

    /// From the steps in reverse, the innermost first.
    pub fn of_reversed(steps: &[u32]) -> Self {
        let mut path = Path::default();
        for (place, step) in path.steps.iter_mut().zip(steps.iter().rev()) {
            *place = step + 1;
        }
        path
    }

    pub fn steps(&self) -> impl Iterator<Item = u32> + '_ {
        self.steps.iter().take_while(|step| **step != 0).map(|step| step - 1)
    }
}

/// One step of a path, with what the table says of it.
#[derive(Clone, Copy, Debug)]
pub enum Step<'a> {
    Field(&'static Field),
    Index { list: &'static Field, index: u32 },
    Unknown(&'a [u8]),
}

impl<'a> Step<'a> {
    pub fn segment(self) -> Segment<'a> {
        match self {
            Step::Field(field) => Segment::Field(field.name),
            Step::Index { index, .. } => Segment::Index(index),
            Step::Unknown(key) => Segment::Key(key),
        }
    }
}

/// A key or an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Segment<'a> {
    /// A field of ours.
    Field(&'static str),
    /// WTF-8, like all text that came from outside.
    Key(&'a [u8]),
    Index(u32),
}

impl Serialize for Segment<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            // As a variant a word of ours is sent to JavaScript once, and remembered there.
            Segment::Field(name) => serializer.serialize_unit_variant("Field", 0, name),
            Segment::Key(key) => Given(key.to_vec()).serialize(serializer),
            Segment::Index(index) => serializer.serialize_u32(*index),
        }
    }
}

/// A path as a JSON Pointer.
pub fn pointer(path: &[Segment]) -> Given {
    let mut pointer = Vec::new();
    for segment in path {
        pointer.push(b'/');
        match segment {
            Segment::Field(name) => pointer.extend_from_slice(name.as_bytes()),
            Segment::Key(key) => {
                for byte in *key {
                    match byte {
                        b'~' => pointer.extend_from_slice(b"~0"),
                        b'/' => pointer.extend_from_slice(b"~1"),
                        other => pointer.push(*other),
                    }
                }
            }
            Segment::Index(index) => pointer.extend_from_slice(index.to_string().as_bytes()),
        }
    }
    Given(pointer)
}
