//! The field tables as they are told to whoever lays values flat: numbered, so that a key of ours needs no text.

use crate::fields::{
    COLLECTION, COMPLETION, DETAIL, DEVICE, DISCOUNT, Field, GOODS, LOCATION, PAYMENT, PROMOTION, RETURNED_DISCOUNT, RETURNED_PAYMENT,
    RISK_FUND, SERVICE_ORDER, Shape, TIME_RANGE, Table,
};

/// All tables. A field's number is its table's place and its row.
pub static TABLES: [&Table; 14] = [
    &COMPLETION,
    &PAYMENT,
    &DISCOUNT,
    &TIME_RANGE,
    &LOCATION,
    &DEVICE,
    &SERVICE_ORDER,
    &RETURNED_PAYMENT,
    &RETURNED_DISCOUNT,
    &RISK_FUND,
    &COLLECTION,
    &DETAIL,
    &PROMOTION,
    &GOODS,
];

/// One more layout behind the tables: the options that hold a document.
pub static OF_OPTIONS: [(&str, &Table); 2] = [("created", &SERVICE_ORDER), ("previous", &COMPLETION)];

/// As many numbers as each layout takes.
pub const ROWS: usize = 32;

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
            Layout::Table(table) => TABLES.iter().position(|of| core::ptr::eq(*of, table)).unwrap_or(usize::MAX),
            Layout::Options => TABLES.len(),
            Layout::None => usize::MAX,
        }
    }
}

/// The table of what lies in a field.
pub fn inner(field: &Field) -> Option<&'static Table> {
    match field.shape {
        Shape::Object(of) | Shape::List { of, .. } => Some(of),
        _ => None,
    }
}

/// The name of a number that a layout has.
pub fn name(number: usize) -> &'static str {
    let row = number % ROWS;
    match TABLES.get(number / ROWS) {
        Some(table) => table.fields.get(row).map_or("", |field| field.name),
        None => OF_OPTIONS.get(row).map_or("", |(name, _)| name),
    }
}

/// The row of a number in a table, which is most often its own.
#[inline(always)]
pub fn row(table: &'static Table, number: usize) -> Option<usize> {
    match TABLES.get(number / ROWS) {
        Some(of) if core::ptr::eq(*of, table) => Some(number % ROWS),
        _ => table.find(name(number).as_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_a_number() {
        for table in TABLES {
            assert!(table.fields.len() <= ROWS, "{}", table.name);
            let first = Layout::Table(table).number() * ROWS;
            for (at, field) in table.fields.iter().enumerate() {
                assert_eq!((name(first + at), row(table, first + at)), (field.name, Some(at)));
                if let Some(inner) = inner(field) {
                    assert!(Layout::Table(inner).number() < TABLES.len(), "{} lies in {}", inner.name, table.name);
                }
            }
        }
    }

    #[test]
    fn a_number_of_another_table_is_found_by_its_name() {
        let amount_of_payment = Layout::Table(&PAYMENT).number() * ROWS + PAYMENT.row("amount");
        assert_eq!(row(&DISCOUNT, amount_of_payment), Some(DISCOUNT.row("amount")));
        assert_eq!(row(&TIME_RANGE, amount_of_payment), None);
        assert_eq!(name(Layout::Options.number() * ROWS), "created");
    }
}
