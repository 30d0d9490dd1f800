//! A draft as people write it, turned into wire form: amounts into fen, times into Beijing's digits,
//! what the created order knows filled in, the total computed. Nothing else is changed.

use crate::convert::{Converted, Loose, fen, moment_of, wire_time};
use crate::document::{DocumentKind, Mode};
use crate::fields::{Field, Form, MAX_SAFE, Shape, Table, Unit};
use crate::finding::{Findings, Param, Severity};
use crate::money::NotMoney;
use crate::options::{AmountUnit, ValidateOptions};
use crate::order::{Document, Order, Place, Read};
use crate::record::{Block, Record, Slot};
use crate::rules::money::Sum;
use crate::rules::value::{INVALID_DATE, INVALID_MONEY, received_time, severity};

/// Turns a draft into an order in wire form, and tells whose call it is.
pub fn normalise(record: &mut Record, options: &ValidateOptions, findings: &mut Findings) -> Mode {
    clear_blanks(record);
    let mode = take_from_created(record, options);
    if let Slot::Object(root) = record.root() {
        let document = Document::of_kind(DocumentKind::Completion);
        Normaliser { record, options, findings }.object(root, document.table);
        if options.total_is_the_sum() {
            fill_in_total(record, root);
        }
    }
    mode
}

/// A cleared input of a form is not there: its number comes from the created order, its total is computed.
fn clear_blanks(record: &mut Record) {
    let Slot::Object(root) = record.root() else { return };
    for row in 0..Document::of_kind(DocumentKind::Completion).table.fields.len() {
        if record.get(root.slot(row)).is_empty_text() {
            record.change(root, row, Slot::Absent);
        }
    }
}

/// The numbers a draft may leave to the created order.
fn take_from_created(record: &mut Record, options: &ValidateOptions) -> Mode {
    let draft = Document::of_kind(DocumentKind::Completion);
    let Some(created) = &options.created else {
        return options.mode_of(record);
    };
    let created = Order::new(DocumentKind::ServiceOrder, created);
    let known = created.document;
    if options.mode != Some(Mode::Direct) {
        fill_in(record, draft.sub_mchid, created.field(known.sub_mchid));
    }
    let mode = options.mode_of(record);
    if mode == Mode::Direct {
        fill_in(record, draft.appid, created.field(known.appid));
    }
    fill_in(record, draft.out_order_no, created.field(known.out_order_no));
    fill_in(record, draft.service_id, created.field(known.service_id));
    mode
}

fn fill_in(record: &mut Record, row: usize, known: Place) {
    let Slot::Object(root) = record.root() else { return };
    if let (Slot::Absent, Read::Is(text @ [_, ..])) = (record.get(root.slot(row)), known.text()) {
        let filled = record.add_text(text);
        record.change(root, row, filled);
    }
}

struct Normaliser<'a, 't> {
    record: &'a mut Record<'t>,
    options: &'a ValidateOptions,
    findings: &'a mut Findings,
}

impl Normaliser<'_, '_> {
    fn object(&mut self, block: Block, table: &'static Table) {
        for (row, field) in table.fields.iter().enumerate() {
            match (field.shape, self.record.get(block.slot(row))) {
                (Shape::Object(of), Slot::Object(block)) => self.object(block, of),
                (Shape::List { of, .. }, Slot::List(list)) => {
                    for index in 0..list.count() {
                        if let Slot::Object(block) = self.record.get(list.slot(index)) {
                            self.object(block, of);
                        }
                    }
                }
                (_, value) if field.is_optional() && (value.is_empty_text() || matches!(value, Slot::Empty(_))) => {
                    self.record.change(block, row, Slot::Absent);
                }
                (Shape::Integer { unit: Unit::Fen, .. }, value) => self.money(block, row, value),
                (Shape::Text { form, .. }, value) if is_time(form) => self.time(block, row, value, field, form),
                _ => {}
            }
        }
    }

    fn money(&mut self, block: Block, row: usize, value: Slot) {
        let unit = self.options.amount_unit;
        let converted = match self.convertible(value) {
            Some(value) => fen(value, unit),
            // Of an amount in fen the rules say more: which type, and that it is in fen.
            None if unit == AmountUnit::Fen || matches!(value, Slot::Absent | Slot::Malformed) => return,
            None => Err(NotMoney),
        };
        match converted {
            Ok(fen) => self.record.change(block, row, Slot::Number(fen)),
            Err(NotMoney) => {
                let unit = match unit {
                    AmountUnit::Fen => "fen",
                    AmountUnit::Yuan => "yuan",
                };
                self.record.change(block, row, Slot::Malformed);
                self.findings.push(&INVALID_MONEY, block.at(row), &[Param::Word(unit)]);
            }
        }
    }

    fn time(&mut self, block: Block, row: usize, value: Slot, field: &Field, form: Form) {
        let Some(value) = self.convertible(value) else { return };
        let severity = severity(&INVALID_DATE, field);
        let converted = if form == Form::Rfc3339 { moment_of(&value) } else { wire_time(&value) };
        match converted {
            Converted::Moment(moment) => {
                let text = if form == Form::Rfc3339 { moment.rfc3339() } else { moment.wire() };
                let text = self.record.add_text(&text);
                self.record.change(block, row, text);
            }
            Converted::Digits(digits) => {
                let text = self.record.add_text(&digits);
                self.record.change(block, row, text);
            }
            // A text that is only warned of is sent as it is.
            Converted::NoSuchTime if severity == Severity::Warning && value.text().is_some() => {}
            Converted::NoSuchTime => {
                self.record.change(block, row, Slot::Malformed);
                let received = received_time(value.text().unwrap_or(b"Invalid Date"));
                self.findings.push_as(severity, &INVALID_DATE, block.at(row), &[received]);
            }
            Converted::AsItIs => {}
        }
    }

    /// The value with its text, where its kind can be converted at all.
    fn convertible(&self, slot: Slot) -> Option<Loose> {
        Loose::new(slot, |span| self.record.text(span).to_vec())
    }
}

fn is_time(form: Form) -> bool {
    matches!(form, Form::StartTime | Form::EndTime | Form::Rfc3339)
}

/// A total that was not given is computed. Where no payment carries an amount it is not: 0 would be a gift.
fn fill_in_total(record: &mut Record, root: Block) {
    let row = Document::of_kind(DocumentKind::Completion).total_amount;
    if record.get(root.slot(row)) != Slot::Absent {
        return;
    }
    let order = Order::new(DocumentKind::Completion, record);
    let (payments, discounts) = (Sum::of_payments(order), Sum::of_discounts(order));
    let has_items = order.payments().items().len() > 0;
    let total = payments.fen.saturating_sub(discounts.fen);
    let is_computable = payments.malformed == 0 && discounts.malformed == 0 && total >= 0;
    let value = if !has_items || !is_computable {
        // What keeps it from being computed is an issue of its own.
        Slot::Malformed
    } else if payments.is_carried {
        Slot::Number(total.min(i128::from(MAX_SAFE).saturating_add(1)) as f64)
    } else {
        Slot::Absent
    };
    record.change(root, row, value);
}
