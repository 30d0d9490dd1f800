//! The field tables: the fields of every document.
//!
//! A document is declared once, by `document!`. Decoding, value checks, unknown fields, labels in messages, TypeScript, the
//! schema and the limits all come from its rows, and rules access a field by the typed key that the declaration generates.

use std::marker::PhantomData;

use super::kind::{Mode, Part};
use crate::values::language::Bilingual;
use crate::values::number::MAX_SAFE;

/// The rows of one object, in the order in which they are sent.
#[derive(Debug)]
pub struct Table {
    /// The name of its TypeScript interface.
    pub name: &'static str,
    pub fields: &'static [Field],
    /// The rows, as bits, whose absence may be an issue.
    pub required: u32,
    /// The rows whose presence may be an issue, in some mode or part.
    pub conditional: u32,
}

impl Table {
    pub const fn new(name: &'static str, fields: &'static [Field]) -> Self {
        let (mut required, mut conditional) = (0, 0);
        let mut row = 0;
        while row < fields.len() {
            let Presence { direct, partner } = fields[row].presence;
            if direct.may_be_missed() || partner.may_be_missed() {
                required |= 1 << row;
            }
            if direct.may_be_misplaced() || partner.may_be_misplaced() {
                conditional |= 1 << row;
            }
            row += 1;
        }
        Table { name, fields, required, conditional }
    }

    pub fn find(&'static self, name: &[u8]) -> Option<usize> {
        self.fields.iter().position(|field| field.name.as_bytes() == name)
    }

    /// The key of a field that several documents have, if this one has it.
    pub const fn key<V>(&self, name: &str) -> Option<Key<Any, V>> {
        let mut row = 0;
        while row < self.fields.len() {
            if is_same(self.fields[row].name, name) {
                return Some(Key::new(row as u8));
            }
            row += 1;
        }
        None
    }

    /// Whether the rows have the same names in the same order, so that the keys of one table are valid for the other.
    const fn has_rows_of(&self, fields: &[Field]) -> bool {
        if self.fields.len() != fields.len() {
            return false;
        }
        let mut row = 0;
        while row < fields.len() {
            if !is_same(self.fields[row].name, fields[row].name) {
                return false;
            }
            row += 1;
        }
        true
    }
}

pub(crate) const fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
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

/// A document declared by `document!`.
pub trait Document: 'static {
    const TABLE: &'static Table;
}

/// Stands for any document.
#[derive(Clone, Copy, Debug)]
pub enum Any {}

/// The row of a field in the table of `D`, which holds a `V`.
pub struct Key<D, V> {
    row: u8,
    of: PhantomData<fn() -> (D, V)>,
}

impl<D, V> Clone for Key<D, V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D, V> Copy for Key<D, V> {}

impl<D, V> Key<D, V> {
    pub const fn new(row: u8) -> Self {
        Key { row, of: PhantomData }
    }

    #[inline(always)]
    pub const fn row(self) -> usize {
        self.row as usize
    }

    /// The same row, without saying of which document.
    pub const fn of_any(self) -> Key<Any, V> {
        Key::new(self.row)
    }
}

/// Declares a document: its table, and a typed key for each row.
///
/// A row is `name: Type[bounds] "标签" / "label", facts…;`, or `name: Type = ROW, facts…;` for one that several documents
/// share. The facts are methods of [`Field`].
macro_rules! document {
    ($(#[$meta:meta])* pub $document:ident as $name:literal in $table:ident {
        $($field:ident : $type:ty $([ $($bound:expr),* ] $zh:literal / $en:literal)? $(= $row:expr)? $(, $fact:ident $(( $($arg:expr),* ))?)* ;)*
    }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug)]
        pub enum $document {}

        #[allow(non_upper_case_globals, dead_code, reason = "a key has its field's name on the wire, and some are not used by any rule")]
        const _: () = {
            #[allow(non_camel_case_types, reason = "rows are named after the fields")]
            enum Rows { $($field),* }

            impl $document {
                $(pub const $field: $crate::model::table::Key<$document, $type> = $crate::model::table::Key::new(Rows::$field as u8);)*

                pub(crate) const ROWS: [$crate::model::table::Field; [$(stringify!($field)),*].len()] = [$(
                    $crate::model::table::Row::<$type>::field(
                        $($crate::model::table::Row::new(<$type>::shape($($bound),*), $zh, $en))? $($row)?,
                        stringify!($field),
                    )$(.$fact($($($arg),*)?))*
                ),*];

                /// An object by this document's table, or by a variant of it.
                pub(crate) const fn shape(table: &'static $crate::model::table::Table) -> $crate::model::table::Shape {
                    $crate::model::table::object(table, &Self::ROWS)
                }
            }

            impl $crate::model::table::Document for $document {
                const TABLE: &'static $crate::model::table::Table = &$table;
            }
        };

        pub static $table: $crate::model::table::Table = $crate::model::table::Table::new($name, &$document::ROWS);
    };
}
pub(crate) use document;

/// Declares another table with a document's rows but other facts.
macro_rules! variant {
    ($(#[$meta:meta])* pub $table:ident of $document:ident as $name:literal {
        $($field:ident $(, $fact:ident $(( $($arg:expr),* ))?)+ ;)*
    }) => {
        $(#[$meta])*
        pub static $table: $crate::model::table::Table = {
            const ROWS: [$crate::model::table::Field; $document::ROWS.len()] = {
                #[allow(unused_mut, reason = "a variant may differ in nothing but its name")]
                let mut rows = $document::ROWS;
                $(rows[$document::$field.row()] = rows[$document::$field.row()]$(.$fact($($($arg),*)?))+;)*
                rows
            };
            $crate::model::table::Table::new($name, &ROWS)
        };
    };
}
pub(crate) use variant;

/// A row that several documents may share, before it gets a name and its document's facts.
pub struct Row<V> {
    field: Field,
    of: PhantomData<fn() -> V>,
}

impl<V> Row<V> {
    pub const fn new(shape: Shape, zh: &'static str, en: &'static str) -> Self {
        let presence = Presence { direct: Need::Optional, partner: Need::Optional };
        Row { field: Field { name: "", label: Bilingual { zh, en }, shape, presence, source: Source::S1 }, of: PhantomData }
    }

    pub const fn from(self, source: Source) -> Self {
        Row { field: self.field.from(source), of: PhantomData }
    }

    pub const fn form(self, form: Form) -> Self {
        Row { field: self.field.form(form), of: PhantomData }
    }

    pub const fn field(self, name: &'static str) -> Field {
        Field { name: without_raw(name), ..self.field }
    }
}

/// A name that is a Rust keyword is declared as a raw identifier: `r#type`.
const fn without_raw(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', ..] => name.split_at(2).1,
        _ => name,
    }
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
    pub const fn direct(self, direct: Need) -> Self {
        Field { presence: Presence { direct, ..self.presence }, ..self }
    }

    pub const fn partner(self, partner: Need) -> Self {
        Field { presence: Presence { partner, ..self.presence }, ..self }
    }

    pub const fn required(self) -> Self {
        self.direct(Need::Required).partner(Need::Required)
    }

    pub const fn optional(self) -> Self {
        self.direct(Need::Optional).partner(Need::Optional)
    }

    /// It goes into the URL's path.
    pub const fn in_path(self) -> Self {
        self.direct(Need::InPath).partner(Need::InPath)
    }

    /// Official texts disagree on whether it is required.
    pub const fn disputed(self) -> Self {
        self.direct(Need::Disputed).partner(Need::Disputed)
    }

    /// Required of a direct merchant; not part of a partner's call.
    pub const fn direct_only(self) -> Self {
        self.direct(Need::Required).partner(Need::Compared)
    }

    /// Only in a partner's call, not in a direct merchant's.
    pub const fn partner_only(self, partner: Need) -> Self {
        self.direct(Need::Unknown).partner(partner)
    }

    pub const fn from(self, source: Source) -> Self {
        Field { source, ..self }
    }

    pub const fn form(self, form: Form) -> Self {
        match self.shape {
            Shape::Text { min, max, .. } => Field { shape: Shape::Text { min, max, form }, ..self },
            _ => panic!("only a text has a form"),
        }
    }

    /// Whether a draft may leave it out.
    pub fn is_optional(&self) -> bool {
        let Presence { direct, partner } = self.presence;
        !direct.may_be_missed() && !partner.may_be_missed()
    }
}

/// Where a fact is documented.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The page of the direct merchant's 完结 call, 2020.
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
    /// `max: UNBOUNDED` allows every integer that JavaScript holds exactly.
    Integer {
        min: u32,
        max: u32,
        unit: Unit,
    },
    Boolean,
    /// A field that is known by name only.
    Anything,
    Enum(&'static [&'static str]),
    Object(&'static Table),
    List {
        of: &'static Table,
        min: u32,
        max: u32,
    },
}

impl Shape {
    /// The table of the object, or of the list's items.
    pub const fn inner(self) -> Option<&'static Table> {
        match self {
            Shape::Object(of) | Shape::List { of, .. } => Some(of),
            _ => None,
        }
    }
}

pub const UNBOUNDED: u32 = u32::MAX;

/// The largest integer that a bound allows.
pub fn largest(max: u32) -> u64 {
    if max == UNBOUNDED { MAX_SAFE } else { u64::from(max) }
}

pub(crate) const fn object(table: &'static Table, rows: &[Field]) -> Shape {
    assert!(table.has_rows_of(rows), "the keys of a document are valid only for tables with its rows");
    Shape::Object(table)
}

/// Text, bounded in its number of characters.
#[derive(Clone, Copy, Debug)]
pub enum Text {}

impl Text {
    pub const fn shape(min: u32, max: u32) -> Shape {
        Shape::Text { min, max, form: Form::Any }
    }
}

/// A time on the wire, in one of its forms.
#[derive(Clone, Copy, Debug)]
pub enum Time {}

impl Time {
    pub const fn shape(form: Form) -> Shape {
        Shape::Text { min: 1, max: UNBOUNDED, form }
    }
}

/// One of a fixed set of words.
#[derive(Clone, Copy, Debug)]
pub enum Word {}

impl Word {
    pub const fn shape(options: &'static [&'static str]) -> Shape {
        Shape::Enum(options)
    }
}

/// An amount in fen, with a minimum.
#[derive(Clone, Copy, Debug)]
pub enum Fen {}

impl Fen {
    pub const fn shape(min: u32) -> Shape {
        Shape::Integer { min, max: UNBOUNDED, unit: Unit::Fen }
    }
}

/// An integer that is not an amount.
#[derive(Clone, Copy, Debug)]
pub enum Count {}

impl Count {
    pub const fn shape(min: u32, max: u32) -> Shape {
        Shape::Integer { min, max, unit: Unit::Plain }
    }
}

/// Any value.
#[derive(Clone, Copy, Debug)]
pub enum Anything {}

impl Anything {
    pub const fn shape() -> Shape {
        Shape::Anything
    }
}

#[derive(Clone, Copy, Debug)]
pub enum Flag {}

impl Flag {
    pub const fn shape() -> Shape {
        Shape::Boolean
    }
}

/// Items of a document, bounded in their number.
#[derive(Clone, Copy, Debug)]
pub struct List<D>(PhantomData<fn() -> D>);

impl<D: Document> List<D> {
    pub const fn shape(of: &'static Table, min: u32, max: u32) -> Shape {
        assert!(of.has_rows_of(D::TABLE.fields), "the keys of a document are valid only for tables with its rows");
        Shape::List { of, min, max }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Plain,
    Fen,
}

/// What a text must look like, apart from its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Any,
    /// Written by people, and optional: an empty text means the same as an absent one.
    Free,
    /// URL-encoded before it is sent.
    Encoded,
    OrderNo,
    ServiceId,
    OrderId,
    /// 14 digits, 8 digits or `OnAccept`.
    StartTime,
    /// 14 or 8 digits.
    EndTime,
    /// 14 digits.
    PaidTime,
    /// 8 digits.
    Day,
    Rfc3339,
    Url,
}

impl Form {
    /// Whether it is a time, which a draft may write in other forms.
    pub fn is_time(self) -> bool {
        matches!(self, Form::StartTime | Form::EndTime | Form::PaidTime | Form::Day | Form::Rfc3339)
    }
}

/// Whether a field must be present, in each mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Presence {
    pub direct: Need,
    pub partner: Need,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    Required,
    /// Its absence draws a warning: official texts disagree on whether it is required.
    Disputed,
    Optional,
    /// Not a field of this document.
    Unknown,
    /// It goes into the URL's path: required beside the body, refused in it.
    InPath,
    /// Not part of the body. Beside the body it may be given, to be compared with the created order's.
    Compared,
}

impl Need {
    const fn may_be_missed(self) -> bool {
        matches!(self, Need::Required | Need::Disputed | Need::InPath)
    }

    const fn may_be_misplaced(self) -> bool {
        matches!(self, Need::Unknown | Need::InPath | Need::Compared)
    }
}

/// What a field is in one kind of document and one mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    Required,
    Disputed,
    Optional,
    /// Not a field of this document.
    Unknown,
    /// Belongs in the URL path.
    Misplaced,
}

impl Presence {
    pub fn cell(self, part: Part, mode: Mode) -> Cell {
        let need = match mode {
            Mode::Direct => self.direct,
            Mode::Partner => self.partner,
        };
        match (need, part) {
            (Need::Required, _) | (Need::InPath, Part::Whole) => Cell::Required,
            (Need::Disputed, _) => Cell::Disputed,
            (Need::Optional, _) | (Need::Compared, Part::Whole) => Cell::Optional,
            (Need::InPath, Part::Body) => Cell::Misplaced,
            (Need::Unknown, _) | (Need::Compared, Part::Body) => Cell::Unknown,
        }
    }
}
