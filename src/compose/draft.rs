//! A draft as people write it, turned into wire form: amounts into fen, times into Beijing's digits,
//! what the created order knows filled in, the total computed. Nothing else is changed.

use super::convert::{Converted, Loose, fen, moment_of, wire_time};
use crate::model::kind::{Mode, Part, Spec};
use crate::model::service_order::ServiceOrder;
use crate::model::table::{Any, Cell, Field, Form, Key, Shape, Table, Text, Unit};
use crate::options::{AmountUnit, ValidateOptions};
use crate::record::Record;
use crate::record::place::Place;
use crate::record::slot::{Block, Slot};
use crate::rules::finding::{Findings, Found, Severity};
use crate::rules::money::Sum;
use crate::rules::order::Order;
use crate::rules::value::{InvalidDate, InvalidMoney, received_time, severity};
use crate::values::money::NotMoney;
use crate::values::named::Named;
use crate::values::number::MAX_SAFE;

/// Turns a draft into a document in wire form, and tells whose call it is.
pub fn normalise(record: &mut Record, options: &ValidateOptions, findings: &mut Findings) -> Mode {
    let spec = options.kind.spec();
    let Slot::Object(root) = record.root() else { return options.mode_of(record) };
    clear_blanks(record, root, spec.table);
    let mode = take_from_created(record, root, options);
    Normaliser { record, options, findings }.object(root, spec.table);
    if options.total_is_the_sum() {
        fill_in_total(record, root, spec);
    }
    mode
}

/// A cleared input of a form is not there: its number comes from the created order, its total is computed.
fn clear_blanks(record: &mut Record, root: Block, table: &Table) {
    for row in 0..table.fields.len() {
        if record.get(root.slot(row)).is_empty_text() {
            record.change(root, row, Slot::Absent);
        }
    }
}

/// The numbers a draft may leave to the created order.
fn take_from_created(record: &mut Record, root: Block, options: &ValidateOptions) -> Mode {
    let Some(created) = &options.created else { return options.mode_of(record) };
    let created = Place::document(created);
    let spec = options.kind.spec();
    let shared = &spec.shared;
    let fill_in = |record: &mut Record, key: Option<Key<Any, Text>>, known: Key<ServiceOrder, Text>, mode: Mode| {
        let Some(key) = key else { return };
        let is_sent = spec.table.fields[key.row()].presence.cell(Part::Body, mode) != Cell::Unknown;
        if let (true, Slot::Absent, Some(text @ [_, ..])) = (is_sent, record.get(root.slot(key.row())), created.get(known).value()) {
            let filled = record.add_text(text);
            record.change(root, key.row(), filled);
        }
    };
    if options.mode != Some(Mode::Direct) {
        fill_in(record, shared.sub_mchid, ServiceOrder::sub_mchid, Mode::Partner);
    }
    let mode = options.mode_of(record);
    fill_in(record, shared.appid, ServiceOrder::appid, mode);
    fill_in(record, shared.out_order_no, ServiceOrder::out_order_no, mode);
    fill_in(record, shared.service_id, ServiceOrder::service_id, mode);
    mode
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
        let converted = match self.loose(value) {
            Some(value) => fen(value, unit),
            // Of an amount in fen the rules say more: which type, and that it is in fen.
            None if unit == AmountUnit::Fen || matches!(value, Slot::Absent | Slot::Malformed) => return,
            None => Err(NotMoney),
        };
        match converted {
            Ok(fen) => self.record.change(block, row, Slot::Number(fen)),
            Err(NotMoney) => {
                self.record.change(block, row, Slot::Malformed);
                self.findings.push(block.at(row), InvalidMoney { unit: unit.name() });
            }
        }
    }

    fn time(&mut self, block: Block, row: usize, value: Slot, field: &Field, form: Form) {
        let Some(value) = self.loose(value) else { return };
        let severity = severity(InvalidDate::RULE, field);
        let converted = if form == Form::Rfc3339 { moment_of(&value) } else { wire_time(&value) };
        let text = match converted {
            Converted::Moment(moment) if form == Form::Rfc3339 => moment.rfc3339().into_bytes(),
            Converted::Moment(moment) => moment.wire().into_bytes(),
            Converted::Digits(digits) => digits,
            // A text that is only warned of is sent as it is.
            Converted::NoSuchTime if severity == Severity::Warning && value.text().is_some() => return,
            Converted::NoSuchTime => {
                let received = received_time(value.text().unwrap_or(b"Invalid Date"));
                self.record.change(block, row, Slot::Malformed);
                self.findings.push_as(severity, block.at(row), InvalidDate { received });
                return;
            }
            Converted::AsItIs => return,
        };
        let text = self.record.add_text(&text);
        self.record.change(block, row, text);
    }

    /// The value with its text, where its kind can be converted at all.
    fn loose(&self, slot: Slot) -> Option<Loose<'_>> {
        Loose::new(slot, |span| self.record.text(span))
    }
}

fn is_time(form: Form) -> bool {
    matches!(form, Form::StartTime | Form::EndTime | Form::Rfc3339)
}

/// A total that was not given is computed. Where no payment carries an amount it is not: 0 would be a gift.
fn fill_in_total(record: &mut Record, root: Block, spec: &'static Spec) {
    let Some(total) = spec.shared.total_amount else { return };
    if record.get(root.slot(total.row())) != Slot::Absent {
        return;
    }
    let order = Order::new(spec, record);
    let (payments, discounts) = (Sum::of_payments(order), Sum::of_discounts(order));
    let has_items = order.payments().items().len() > 0;
    let sum = payments.fen - discounts.fen;
    let is_computable = payments.malformed == 0 && discounts.malformed == 0 && sum >= 0;
    let value = if !has_items || !is_computable {
        // What keeps it from being computed is an issue of its own.
        Slot::Malformed
    } else if payments.is_carried {
        Slot::Number(sum.min(i128::from(MAX_SAFE) + 1) as f64)
    } else {
        Slot::Absent
    };
    record.change(root, total.row(), value);
}
