//! The field tables as they are told to whoever lays values flat: numbered, so that a key of ours needs no text.

use serde::Serialize;

use crate::model::completion::COMPLETION;
use crate::model::kind::DocumentKind;
use crate::model::service_order::SERVICE_ORDER;
use crate::model::table::{Table, is_same};
use crate::values::named::Named;

/// As many numbers as each layout takes.
pub const ROWS: usize = 32;
const MOST_TABLES: usize = 48;

/// All tables. A field's number is made of its table's index and its row.
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

/// One more layout behind the tables: the options that hold a document.
static OF_OPTIONS: [(&str, &Table); 2] = [("created", &SERVICE_ORDER), ("previous", &COMPLETION)];

/// By what an object is laid flat.
#[derive(Clone, Copy, Debug)]
pub enum Layout {
    Table(&'static Table),
    Options,
    /// Every key is text.
    None,
}

impl Layout {
    pub fn number(self) -> usize {
        match self {
            Layout::Table(table) => {
                let index = tables().iter().position(|of| std::ptr::eq(*of, table));
                index.expect("every table is told")
            }
            Layout::Options => tables().len(),
            Layout::None => usize::MAX,
        }
    }
}

/// A row of a layout: the name of a key, and the number of the layout of what lies there.
#[derive(Serialize)]
pub struct Told(&'static str, Option<u32>);

/// All layouts, as `tape.js` learns them.
pub fn told() -> Vec<Vec<Told>> {
    let inner = |table: Option<&'static Table>| table.map(|table| Layout::Table(table).number() as u32);
    let of_tables = tables().iter().map(|table| table.fields.iter().map(|field| Told(field.name, inner(field.shape.inner()))).collect());
    let of_options = OF_OPTIONS.iter().map(|(name, table)| Told(name, inner(Some(table)))).collect();
    of_tables.chain([of_options]).collect()
}

/// The name of a number that a layout has.
pub fn name(number: usize) -> &'static str {
    let row = number % ROWS;
    match tables().get(number / ROWS) {
        Some(table) => table.fields[row].name,
        None => OF_OPTIONS[row].0,
    }
}

/// The row of a number in a table, which is most often its own.
#[inline(always)]
pub fn row(table: &'static Table, number: usize) -> Option<usize> {
    match tables().get(number / ROWS) {
        Some(of) if std::ptr::eq(*of, table) => Some(number % ROWS),
        _ => table.find(name(number).as_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::parts::{DISCOUNT, Discount, PAYMENT, Payment, TIME_RANGE};

    #[test]
    fn every_field_has_a_number() {
        for table in tables() {
            assert!(table.fields.len() <= ROWS, "{}", table.name);
            let first = Layout::Table(table).number() * ROWS;
            for (at, field) in table.fields.iter().enumerate() {
                assert_eq!((name(first + at), row(table, first + at)), (field.name, Some(at)));
                if let Some(inner) = field.shape.inner() {
                    let told = tables()[Layout::Table(inner).number()];
                    assert!(std::ptr::eq(told, inner), "two tables are named {}", inner.name);
                }
            }
        }
    }

    #[test]
    fn a_number_of_another_table_is_found_by_its_name() {
        let amount_of_payment = Layout::Table(&PAYMENT).number() * ROWS + Payment::amount.row();
        assert_eq!(row(&DISCOUNT, amount_of_payment), Some(Discount::amount.row()));
        assert_eq!(row(&TIME_RANGE, amount_of_payment), None);
        assert_eq!(name(Layout::Options.number() * ROWS), "created");
    }
}
