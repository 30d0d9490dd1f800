//! The field tables as they are told to `document.js`, which lays a document out by their numbers.

use serde::Serialize;

use crate::model::completion::COMPLETION;
use crate::model::kind::DocumentKind;
use crate::model::table::{Shape, Table, is_same};
use crate::record::plain::Plain;
use crate::values::named::Named;

/// As many as a word has bits.
const MOST_TABLES: usize = 64;

/// All tables, by their numbers.
static TABLES: ([&Table; MOST_TABLES], usize) = all_tables();

/// The table of each kind of document, and behind them each that lies in a field of one.
const fn all_tables() -> ([&'static Table; MOST_TABLES], usize) {
    let mut tables = [&COMPLETION; MOST_TABLES];
    let mut count = 0;
    let mut kind = 0;
    while kind < DocumentKind::ALL.len() {
        let table = DocumentKind::ALL[kind].spec().table;
        if !is_among(&tables, count, table) {
            tables[count] = table;
            count += 1;
        }
        kind += 1;
    }
    let mut at = 0;
    while at < count {
        let fields = tables[at].fields;
        let mut row = 0;
        while row < fields.len() {
            if let Some(inner) = fields[row].shape.inner()
                && !is_among(&tables, count, inner)
            {
                tables[count] = inner;
                count += 1;
            }
            row += 1;
        }
        at += 1;
    }
    (tables, count)
}

const fn is_among(tables: &[&Table], count: usize, table: &Table) -> bool {
    let mut at = 0;
    while at < count {
        if is_same(tables[at].name, table.name) {
            return true;
        }
        at += 1;
    }
    false
}

pub fn tables() -> &'static [&'static Table] {
    let (tables, count) = &TABLES;
    &tables[..*count]
}

pub fn number_of(table: &'static Table) -> usize {
    let number = tables().iter().position(|of| std::ptr::eq(*of, table));
    number.expect("every table is told")
}

/// A table, row by row.
#[derive(Serialize)]
pub struct Told {
    names: Vec<&'static str>,
    /// What each row is read as.
    kinds: Vec<u8>,
    /// Of a number, the least that is plainly sound.
    least: Vec<f64>,
    /// Of a number, the largest that is plainly sound; of a text, the most characters.
    most: Vec<f64>,
    /// The number of the table of what lies inside.
    inner: Vec<Option<u32>>,
    required: i32,
    conditional: i32,
}

/// What a row is read as; `document.js` has the same numbers.
mod kind {
    pub const TEXT: u8 = 0;
    pub const PLAIN_INTEGER: u8 = 1;
    pub const PLAIN_BOOLEAN: u8 = 2;
    pub const TABLE: u8 = 3;
    pub const TABLES: u8 = 4;
}

pub fn told(table: &'static Table) -> Told {
    let shapes = || table.fields.iter().map(|field| field.shape);
    let kind_of = |shape| match (shape, Plain::of(shape)) {
        (Shape::Object(_), _) => kind::TABLE,
        (Shape::List { .. }, _) => kind::TABLES,
        (_, Plain::Integer { .. }) => kind::PLAIN_INTEGER,
        (_, Plain::Boolean) => kind::PLAIN_BOOLEAN,
        _ => kind::TEXT,
    };
    let bounds = |shape| match Plain::of(shape) {
        Plain::Integer { min, max } => (min, max),
        Plain::Text { max } => (1.0, f64::from(max)),
        // No text of such a row is plainly sound.
        Plain::Boolean | Plain::Nothing => (0.0, 0.0),
    };
    Told {
        names: table.fields.iter().map(|field| field.name).collect(),
        kinds: shapes().map(kind_of).collect(),
        least: shapes().map(|shape| bounds(shape).0).collect(),
        most: shapes().map(|shape| bounds(shape).1).collect(),
        inner: shapes().map(|shape| shape.inner().map(|inner| number_of(inner) as u32)).collect(),
        required: table.required.cast_signed(),
        conditional: table.conditional.cast_signed(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_tables_have_one_name() {
        for table in tables() {
            for inner in table.fields.iter().filter_map(|field| field.shape.inner()) {
                assert!(std::ptr::eq(tables()[number_of(inner)], inner), "two tables are named {}", inner.name);
            }
        }
    }

    #[test]
    fn the_reader_of_documents_has_the_same_kinds() {
        let reader = include_str!("document.js");
        for (name, kind) in [
            ("PLAIN_INTEGER", kind::PLAIN_INTEGER),
            ("PLAIN_BOOLEAN", kind::PLAIN_BOOLEAN),
            ("TABLE", kind::TABLE),
            ("TABLES", kind::TABLES),
        ] {
            assert!(reader.contains(&format!("const {name} = {kind};")), "document.js must say `const {name} = {kind};`");
        }
    }
}
