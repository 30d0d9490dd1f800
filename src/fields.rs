//! The field tables: what every document of a payscore order is made of.
//!
//! Decoding, value checks, unknown fields, labels in messages, TypeScript, the schema and the limits
//! all come from these rows; nothing about a field is said anywhere else.

use crate::document::{DocumentKind, Mode};
use crate::language::Bilingual;

mod completion;
mod service_order;

pub use completion::{COMPLETION, DEVICE, DISCOUNT, LOCATION, PAYMENT, TIME_RANGE};
pub use service_order::{COLLECTION, DETAIL, GOODS, PROMOTION, RETURNED_DISCOUNT, RETURNED_PAYMENT, RISK_FUND, SERVICE_ORDER};

/// The rows of one object, in the order of the official tables.
#[derive(Debug)]
pub struct Table {
    /// The name of its TypeScript interface.
    pub name: &'static str,
    pub fields: &'static [Field],
    /// The rows, as bits, whose absence may be a fault.
    pub required: u32,
    /// The rows whose presence may be one, in another mode or kind of document.
    pub conditional: u32,
}

impl Table {
    #[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "evaluated by the compiler alone")]
    const fn new(name: &'static str, fields: &'static [Field]) -> Self {
        let (mut required, mut conditional) = (0, 0);
        let mut row = 0;
        while row < fields.len() {
            if !matches!(fields[row].presence, Presence::Optional | Presence::PartnerOptional) {
                required |= 1 << row;
            }
            if !matches!(fields[row].presence, Presence::Optional | Presence::Required) {
                conditional |= 1 << row;
            }
            row += 1;
        }
        Table { name, fields, required, conditional }
    }

    pub fn find(&'static self, name: &[u8]) -> Option<usize> {
        self.fields.iter().position(|field| field.name.as_bytes() == name)
    }

    /// The row of a field, for a rule that asks for it. A name the table lacks does not compile.
    #[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, clippy::panic, reason = "evaluated by the compiler alone")]
    pub const fn row(&self, name: &str) -> usize {
        let mut row = 0;
        while row < self.fields.len() {
            if same(self.fields[row].name.as_bytes(), name.as_bytes()) {
                return row;
            }
            row += 1;
        }
        panic!("no such field in this table")
    }
}

/// The rows of one object that were read, as bits.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen {
    sound: u32,
    doubtful: u32,
}

impl Seen {
    #[inline(always)]
    pub fn note(&mut self, row: usize, is_plainly_sound: bool) {
        let bit = 1_u32.wrapping_shl(row as u32);
        if is_plainly_sound { self.sound |= bit } else { self.doubtful |= bit }
    }

    /// The rows that need a closer look: because of their values, or because of whether they are there.
    pub fn doubtful(self, table: &Table) -> u32 {
        self.doubtful | (table.required & !self.sound) | (table.conditional & self.sound)
    }
}

#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "evaluated by the compiler alone")]
const fn same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}

#[derive(Clone, Copy, Debug)]
pub struct Field {
    pub name: &'static str,
    /// What a merchant calls it.
    pub label: Bilingual,
    pub shape: Shape,
    pub presence: Presence,
    pub source: Source,
}

impl Field {
    const fn new(name: &'static str, zh: &'static str, en: &'static str, shape: Shape) -> Self {
        Field { name, label: Bilingual { zh, en }, shape, presence: Presence::Optional, source: Source::S1 }
    }

    /// Whether a draft may leave it out.
    pub fn is_optional(&self) -> bool {
        matches!(self.presence, Presence::Optional | Presence::PartnerOptional)
    }

    const fn present(self, presence: Presence) -> Self {
        Field { presence, ..self }
    }

    const fn required(self) -> Self {
        self.present(Presence::Required)
    }

    const fn optional(self) -> Self {
        self.present(Presence::Optional)
    }

    const fn from(self, source: Source) -> Self {
        Field { source, ..self }
    }
}

/// Where a fact stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The direct merchant's 完结 call, 2020.
    S1,
    /// The partner's order model.
    S2,
    /// A current official page.
    P,
    /// A community transcription of the official pages: breaking it is only a warning.
    W,
}

impl Source {
    pub fn name(self) -> &'static str {
        match self {
            Source::S1 => "S1",
            Source::S2 => "S2",
            Source::P => "P",
            Source::W => "W",
        }
    }
}

#[derive(Clone, Copy, Debug)]
pub enum Shape {
    Text {
        min: u32,
        max: u32,
        form: Form,
    },
    /// `UNBOUNDED` above is every integer that JavaScript holds exactly.
    Integer {
        min: u32,
        max: u32,
        unit: Unit,
    },
    Boolean,
    Enum(&'static [&'static str]),
    Object(&'static Table),
    List {
        of: &'static Table,
        min: u32,
        max: u32,
    },
}

/// The largest integer JavaScript holds exactly.
pub const MAX_SAFE: u64 = 9_007_199_254_740_991;
pub const UNBOUNDED: u32 = u32::MAX;

/// The largest integer under a bound.
pub fn largest(max: u32) -> u64 {
    if max == UNBOUNDED { MAX_SAFE } else { u64::from(max) }
}

const fn text(min: u32, max: u32) -> Shape {
    form(min, max, Form::Any)
}

const fn form(min: u32, max: u32, form: Form) -> Shape {
    Shape::Text { min, max, form }
}

const fn fen() -> Shape {
    Shape::Integer { min: 0, max: UNBOUNDED, unit: Unit::Fen }
}

const fn integer(min: u32, max: u32) -> Shape {
    Shape::Integer { min, max, unit: Unit::Plain }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Plain,
    Fen,
}

/// What a text must look like beyond its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Any,
    OrderNo,
    ServiceId,
    OrderId,
    StartTime,
    EndTime,
    PaidTime,
    Rfc3339,
    Url,
}

/// Whether a field must, may or may not be in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    Required,
    Optional,
    /// out_order_no: required beside the body, refused in it.
    PathParameter,
    /// appid: the direct call's; a partner's draft may carry it for the identity check.
    DirectOnly,
    /// sub_mchid: the partner call's.
    PartnerRequired,
    /// complete_time: the partner call's.
    PartnerOptional,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    Required,
    Optional,
    /// Not a field of this document.
    Unknown,
    /// Belongs into the URL path.
    Misplaced,
}

impl Presence {
    pub fn cell(self, kind: DocumentKind, mode: Mode) -> Cell {
        match (self, kind, mode) {
            (Presence::Required, ..) => Cell::Required,
            (Presence::Optional, ..) => Cell::Optional,
            (Presence::PathParameter, DocumentKind::CompletionBody, _) => Cell::Misplaced,
            (Presence::PathParameter, ..) => Cell::Required,
            (Presence::DirectOnly, _, Mode::Direct) => Cell::Required,
            (Presence::DirectOnly, DocumentKind::CompletionBody, Mode::Partner) => Cell::Unknown,
            (Presence::DirectOnly, ..) => Cell::Optional,
            (Presence::PartnerRequired, _, Mode::Partner) => Cell::Required,
            (Presence::PartnerOptional, _, Mode::Partner) => Cell::Optional,
            (Presence::PartnerRequired | Presence::PartnerOptional, ..) => Cell::Unknown,
        }
    }
}
