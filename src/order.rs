//! An order as rules across fields see it: fields by name, values by type, every one with its place.

use crate::document::DocumentKind;
use crate::fields::{COLLECTION, COMPLETION, SERVICE_ORDER, TIME_RANGE, Table};
use crate::moment::{self, WireTime};
use crate::number;
use crate::path::At;
use crate::record::{List, Record, Slot};

/// Where the fields that rules ask for stand in a document's table.
#[derive(Debug)]
pub struct Document {
    pub table: &'static Table,
    pub out_order_no: usize,
    pub appid: usize,
    pub service_id: usize,
    pub sub_mchid: usize,
    pub post_payments: usize,
    pub post_discounts: usize,
    pub total_amount: usize,
    pub time_range: usize,
    pub location: usize,
}

impl Document {
    const fn of(table: &'static Table) -> Self {
        Document {
            table,
            out_order_no: table.row("out_order_no"),
            appid: table.row("appid"),
            service_id: table.row("service_id"),
            sub_mchid: table.row("sub_mchid"),
            post_payments: table.row("post_payments"),
            post_discounts: table.row("post_discounts"),
            total_amount: table.row("total_amount"),
            time_range: table.row("time_range"),
            location: table.row("location"),
        }
    }

    pub fn of_kind(kind: DocumentKind) -> &'static Self {
        static OF_COMPLETION: Document = Document::of(&COMPLETION);
        static OF_SERVICE_ORDER: Document = Document::of(&SERVICE_ORDER);
        match kind {
            DocumentKind::Completion | DocumentKind::CompletionBody => &OF_COMPLETION,
            DocumentKind::ServiceOrder => &OF_SERVICE_ORDER,
        }
    }
}

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

    pub fn is_absent(&self) -> bool {
        matches!(self, Read::Absent)
    }
}

#[derive(Clone, Copy)]
pub struct Order<'a> {
    pub document: &'static Document,
    record: &'a Record<'a>,
}

impl<'a> Order<'a> {
    pub fn new(kind: DocumentKind, record: &'a Record) -> Self {
        Order { document: Document::of_kind(kind), record }
    }

    #[inline(always)]
    fn root(self) -> Place<'a> {
        Place {
            record: self.record,
            at: At::DOCUMENT,
            slot: if self.is_object() { self.record.slot(At::DOCUMENT.slot()) } else { &Slot::Malformed },
        }
    }

    /// Nothing is known of the inside of a document that is none.
    #[inline(always)]
    pub fn is_object(self) -> bool {
        matches!(self.record.root(), Slot::Object(_))
    }

    pub fn field(self, row: usize) -> Place<'a> {
        self.root().field(row)
    }

    pub fn payments(self) -> Place<'a> {
        self.field(self.document.post_payments)
    }

    pub fn discounts(self) -> Place<'a> {
        self.field(self.document.post_discounts)
    }

    pub fn total(self) -> Place<'a> {
        self.field(self.document.total_amount)
    }

    pub fn start_time(self) -> Place<'a> {
        const START_TIME: usize = TIME_RANGE.row("start_time");
        self.field(self.document.time_range).field(START_TIME)
    }

    pub fn end_time(self) -> Place<'a> {
        const END_TIME: usize = TIME_RANGE.row("end_time");
        self.field(self.document.time_range).field(END_TIME)
    }
}

/// What only an order that came back has.
impl<'a> Order<'a> {
    pub fn state(self) -> Place<'a> {
        const STATE: usize = SERVICE_ORDER.row("state");
        self.field(STATE)
    }

    pub fn state_description(self) -> Place<'a> {
        const STATE_DESCRIPTION: usize = SERVICE_ORDER.row("state_description");
        self.field(STATE_DESCRIPTION)
    }

    pub fn collection(self) -> Place<'a> {
        const COLLECTION_ROW: usize = SERVICE_ORDER.row("collection");
        self.field(COLLECTION_ROW)
    }

    pub fn collection_state(self) -> Place<'a> {
        const STATE: usize = COLLECTION.row("state");
        self.collection().field(STATE)
    }
}

/// A field of an order: where it is, and what stands there.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    record: &'a Record<'a>,
    pub at: At,
    slot: &'a Slot,
}

impl<'a> Place<'a> {
    /// A field of this object; absent where the object is.
    pub fn field(self, row: usize) -> Place<'a> {
        match self.slot {
            Slot::Object(block) => self.inside(block.at(row)),
            Slot::Absent => Place { at: self.at.beyond(row), ..self },
            _ => Place { slot: &Slot::Malformed, ..self },
        }
    }

    #[inline(always)]
    fn inside(self, at: At) -> Place<'a> {
        Place { record: self.record, at, slot: self.record.slot(at.slot()) }
    }

    #[inline(always)]
    pub fn items(self) -> impl ExactSizeIterator<Item = Place<'a>> {
        (0..self.list().count()).map(move |index| self.item(index))
    }

    /// One of the items.
    #[inline(always)]
    pub fn item(self, index: usize) -> Place<'a> {
        self.inside(self.list().at(index))
    }

    #[inline(always)]
    fn list(self) -> List {
        match self.slot {
            Slot::List(list) => *list,
            _ => List::default(),
        }
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

    pub fn is_list_or_absent(self) -> bool {
        matches!(self.slot, Slot::List(_) | Slot::Absent)
    }

    pub fn is_object(self) -> bool {
        matches!(self.slot, Slot::Object(_))
    }

    pub fn text(self) -> Read<&'a [u8]> {
        match self.slot {
            Slot::Absent => Read::Absent,
            Slot::Text(span) => Read::Is(self.record.text(*span)),
            _ => Read::Malformed,
        }
    }

    pub fn integer(self) -> Read<i64> {
        match self.slot {
            Slot::Absent => Read::Absent,
            Slot::Number(number) => number::count(*number).map_or(Read::Malformed, |count| Read::Is(count as i64)),
            _ => Read::Malformed,
        }
    }

    pub fn time(self) -> Read<WireTime> {
        match self.text() {
            Read::Is(text) => moment::read_sound_wire(text).map_or(Read::Malformed, Read::Is),
            Read::Absent => Read::Absent,
            Read::Malformed => Read::Malformed,
        }
    }
}
