//! The typed way into a record: fields by the keys of their document, values by type, each with where it stands.

use std::marker::PhantomData;

use super::Record;
use super::path::At;
use super::slot::{self, Slot};
use crate::model::table::{Count, Fen, Flag, Key, List, Text, Time, Word};
use crate::values::moment::{self, WireTime};
use crate::values::number;

/// What a field holds, once its own value has been checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Read<T> {
    Absent,
    /// At fault already, so no further rule looks at it.
    Malformed,
    Is(T),
}

impl<T> Read<T> {
    pub fn value(self) -> Option<T> {
        match self {
            Read::Is(value) => Some(value),
            Read::Absent | Read::Malformed => None,
        }
    }
}

/// Where a `T` stands in a record, and what stands there.
pub struct Place<'a, T> {
    record: &'a Record<'a>,
    pub at: At,
    slot: &'a Slot,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Place<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Place<'_, T> {}

/// Of a value that is not there or not read.
static ABSENT: Slot = Slot::Absent;
static MALFORMED: Slot = Slot::Malformed;

impl<'a, T> Place<'a, T> {
    /// The document itself. Nothing is known of the inside of one that is no object.
    pub fn document(record: &'a Record<'a>) -> Self {
        let is_object = matches!(record.root(), Slot::Object(_));
        let slot = if is_object { record.slot(At::DOCUMENT.slot()) } else { &MALFORMED };
        Place { record, at: At::DOCUMENT, slot, of: PhantomData }
    }

    /// A field that this kind of document does not have.
    pub fn nowhere(record: &'a Record<'a>) -> Self {
        Place { record, at: At::DOCUMENT, slot: &ABSENT, of: PhantomData }
    }

    /// A field of this object; absent where the object is.
    #[inline(always)]
    pub fn get<V>(self, key: Key<T, V>) -> Place<'a, V> {
        match self.slot {
            Slot::Object(block) => Place::inside(self.record, block.at(key.row())),
            Slot::Absent => self.with(self.at.beyond(key.row()), self.slot),
            _ => self.with(self.at, &MALFORMED),
        }
    }

    fn with<V>(self, at: At, slot: &'a Slot) -> Place<'a, V> {
        Place { record: self.record, at, slot, of: PhantomData }
    }

    #[inline(always)]
    fn inside(record: &'a Record<'a>, at: At) -> Self {
        Place { record, at, slot: record.slot(at.slot()), of: PhantomData }
    }

    /// The same place, as what a caller knows it to be.
    pub fn of<V>(self) -> Place<'a, V> {
        self.with(self.at, self.slot)
    }

    pub fn is_absent(self) -> bool {
        matches!(self.slot, Slot::Absent)
    }

    pub fn is_empty_text(self) -> bool {
        self.slot.is_empty_text()
    }

    /// There, and not found at fault.
    pub fn is_sound(self) -> bool {
        !matches!(self.slot, Slot::Absent | Slot::Malformed)
    }

    pub fn is_object(self) -> bool {
        matches!(self.slot, Slot::Object(_))
    }

    pub fn is_list(self) -> bool {
        matches!(self.slot, Slot::List(_))
    }
}

impl<'a, D> Place<'a, List<D>> {
    #[inline(always)]
    pub fn items(self) -> impl ExactSizeIterator<Item = Place<'a, D>> {
        (0..self.list().count()).map(move |index| self.item(index))
    }

    #[inline(always)]
    pub fn item(self, index: usize) -> Place<'a, D> {
        Place::inside(self.record, self.list().at(index))
    }

    #[inline(always)]
    fn list(self) -> slot::List {
        match self.slot {
            Slot::List(list) => *list,
            _ => slot::List::default(),
        }
    }
}

/// What a field of a type holds.
pub trait Value {
    type Of<'a>;

    fn read<'a>(record: &'a Record<'a>, slot: &'a Slot) -> Read<Self::Of<'a>>;
}

impl<'a, V: Value> Place<'a, V> {
    #[inline(always)]
    pub fn read(self) -> Read<V::Of<'a>> {
        V::read(self.record, self.slot)
    }

    #[inline(always)]
    pub fn value(self) -> Option<V::Of<'a>> {
        self.read().value()
    }
}

impl Value for Text {
    type Of<'a> = &'a [u8];

    #[inline(always)]
    fn read<'a>(record: &'a Record<'a>, slot: &'a Slot) -> Read<&'a [u8]> {
        match slot {
            Slot::Absent => Read::Absent,
            Slot::Text(span) => Read::Is(record.text(*span)),
            _ => Read::Malformed,
        }
    }
}

impl Value for Word {
    type Of<'a> = &'a [u8];

    fn read<'a>(record: &'a Record<'a>, slot: &'a Slot) -> Read<&'a [u8]> {
        Text::read(record, slot)
    }
}

impl Value for Time {
    type Of<'a> = WireTime;

    fn read<'a>(record: &'a Record<'a>, slot: &'a Slot) -> Read<WireTime> {
        match Text::read(record, slot) {
            Read::Is(text) => moment::read_sound_wire(text).map_or(Read::Malformed, Read::Is),
            Read::Absent => Read::Absent,
            Read::Malformed => Read::Malformed,
        }
    }
}

impl Value for Fen {
    type Of<'a> = i64;

    #[inline(always)]
    fn read<'a>(_: &'a Record<'a>, slot: &'a Slot) -> Read<i64> {
        match slot {
            Slot::Absent => Read::Absent,
            Slot::Number(number) => number::count(*number).map_or(Read::Malformed, |count| Read::Is(count as i64)),
            _ => Read::Malformed,
        }
    }
}

impl Value for Count {
    type Of<'a> = i64;

    fn read<'a>(record: &'a Record<'a>, slot: &'a Slot) -> Read<i64> {
        Fen::read(record, slot)
    }
}

impl Value for Flag {
    type Of<'a> = bool;

    fn read<'a>(_: &'a Record<'a>, slot: &'a Slot) -> Read<bool> {
        match slot {
            Slot::Absent => Read::Absent,
            Slot::Bool(flag) => Read::Is(*flag),
            _ => Read::Malformed,
        }
    }
}
