//! Turns a draft as people write it into wire form: amounts become fen and times Beijing time, fields known from the created
//! order are filled in, and the total is computed. Nothing else is changed.

use super::convert::{Converted, Loose, fen, wire_time};
use crate::model::create::Create;
use crate::model::kind::{DocumentKind, Mode, Part};
use crate::model::parts::{Payment, TimeRange};
use crate::model::query::Query;
use crate::model::service_order::ServiceOrder;
use crate::model::sync::Sync;
use crate::model::table::{Any, Cell, Field, Form, Key, List, Shape, Table, Text, Unit};
use crate::options::{AmountUnit, ValidateOptions};
use crate::record::Record;
use crate::record::slot::{Block, Slot};
use crate::rules::context::received;
use crate::rules::draft::{NotMoney, ambiguous_time, invalid_money};
use crate::rules::finding::{Findings, Found, Severity};
use crate::rules::money::Sum;
use crate::rules::order::Order;
use crate::rules::value::{InvalidDate, Required, received_time, severity};
use crate::values::language::Bilingual;
use crate::values::moment::{self, MINUTE, Moment, Precision, WireTime};
use crate::values::number::{self, MAX_SAFE};
use crate::values::text::{Given, is_digits};

/// Turns a draft into a document in wire form, and returns its mode.
pub fn normalise(record: &mut Record, options: &ValidateOptions, findings: &mut Findings) -> Mode {
    let spec = options.kind.spec();
    let Slot::Object(root) = record.root() else { return options.mode_of(record) };
    clear_blanks(record, root, spec.table);
    let mode = take_from_created(record, root, options);
    fill_in_what_is_certain(record, root, options.kind);
    let starts_by_day = starts_by_day(record, root, options);
    Normaliser { record, options, starts_by_day, findings }.object(root, spec.table);
    fill_in_total(record, root, mode, options, findings);
    mode
}

/// A cleared form input counts as absent, so that it is taken from the created order, or the total computed.
fn clear_blanks(record: &mut Record, root: Block, table: &Table) {
    for row in 0..table.fields.len() {
        if record.get(root.slot(row)).is_empty_text() {
            record.change(root, row, Slot::Absent);
        }
    }
}

/// Fills in the identifiers that a draft may leave to the created order.
fn take_from_created(record: &mut Record, root: Block, options: &ValidateOptions) -> Mode {
    let Some(created) = options.created_order() else { return options.mode_of(record) };
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
    fill_in(record, shared.service_id, ServiceOrder::service_id, mode);
    // A query names its order by either number, not both.
    let is_named = options.kind == DocumentKind::Query && record.get(root.slot(Query::query_id.row())) != Slot::Absent;
    if !is_named {
        fill_in(record, shared.out_order_no, ServiceOrder::out_order_no, mode);
    }
    mode
}

/// Fills in what can have only one value.
fn fill_in_what_is_certain(record: &mut Record, root: Block, kind: DocumentKind) {
    if kind == DocumentKind::Sync && record.get(root.slot(Sync::r#type.row())) == Slot::Absent {
        let paid = record.add_text(b"Order_Paid");
        record.change(root, Sync::r#type.row(), paid);
    }
}

/// Whether the start time is a date alone, in the draft or else in the created order. Then an end time given as an instant
/// becomes a date too.
fn starts_by_day(record: &Record, root: Block, options: &ValidateOptions) -> bool {
    let time_range = options.kind.spec().shared.time_range;
    let start = match time_range.map(|key| record.get(root.slot(key.row()))) {
        Some(Slot::Object(range)) => record.get(range.slot(TimeRange::start_time.row())),
        _ => Slot::Absent,
    };
    let written = Loose::new(start, |span| record.text(span)).map(|start| (wire_time(&start), start.text()));
    match written {
        Some((Converted::Digits(digits), _)) => digits.len() == 8,
        Some((Converted::AsItIs, Some(text @ [_, ..]))) => text.len() == 8 && is_digits(text),
        Some((Converted::Instant(_), _) | (_, Some(b""))) | None => {
            let created = options.created_order().map(|created| created.get(ServiceOrder::time_range).get(TimeRange::start_time).value());
            matches!(created, Some(Some(WireTime::At(Moment { precision: Precision::Day, .. }))))
        }
        Some(_) => false,
    }
}

struct Normaliser<'a, 't> {
    record: &'a mut Record<'t>,
    options: &'a ValidateOptions,
    starts_by_day: bool,
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
                (Shape::Text { form, .. }, value) if form.is_time() => self.time(block, row, value, field, form),
                _ => {}
            }
        }
    }

    fn money(&mut self, block: Block, row: usize, value: Slot) {
        let unit = self.options.amount_unit;
        let converted = match self.loose(value) {
            Some(value) => fen(value, unit),
            // For amounts in fen the rules give a better message: which type it is, and that it must be in fen.
            None if unit == AmountUnit::Fen || matches!(value, Slot::Absent | Slot::Malformed) => return,
            None => Err(NotMoney::Type),
        };
        match converted {
            Ok(fen) => self.record.change(block, row, Slot::Number(fen)),
            Err(reason) => {
                let received = self.received(value);
                self.record.change(block, row, Slot::Malformed);
                invalid_money(block.at(row), unit, received, reason, self.findings);
            }
        }
    }

    fn time(&mut self, block: Block, row: usize, value: Slot, field: &Field, form: Form) {
        let Some(written) = self.loose(value) else { return };
        let severity = severity(InvalidDate::RULE, field, self.options.kind);
        let is_text = written.text().is_some();
        let converted = match wire_time(&written) {
            Converted::Instant(moment) => self.of_instant(moment, form).into_bytes(),
            Converted::Digits(digits) => match self.of_wall_clock(&digits, form) {
                Some(text) => text.into_bytes(),
                None => digits,
            },
            Converted::AsItIs => match self.of_wall_clock(written.text().unwrap_or_default(), form) {
                Some(text) => text.into_bytes(),
                None => return,
            },
            // Text that only draws a warning is sent as it is.
            Converted::NoSuchTime | Converted::Ambiguous(_) if severity == Severity::Warning && is_text => return,
            Converted::NoSuchTime => {
                let received = received_time(written.text().unwrap_or(b"Invalid Date"));
                self.record.change(block, row, Slot::Malformed);
                self.findings.push_as(severity, block.at(row), InvalidDate { received });
                return;
            }
            Converted::Ambiguous(reading) => {
                let received = self.received(value);
                self.record.change(block, row, Slot::Malformed);
                ambiguous_time(block.at(row), received, reading, self.findings);
                return;
            }
        };
        let text = self.record.add_text(&converted);
        self.record.change(block, row, text);
    }

    fn of_instant(&self, moment: Moment, form: Form) -> String {
        match form {
            Form::Rfc3339 => moment.rfc3339(),
            Form::Day => moment.to_day().wire(),
            Form::StartTime if self.starts_now(moment) => self.start_of_now(moment),
            Form::StartTime | Form::EndTime if self.starts_by_day => moment.to_day().wire(),
            _ => moment.wire(),
        }
    }

    /// A Beijing time in the field's form, where that is not simply its digits.
    fn of_wall_clock(&self, digits: &[u8], form: Form) -> Option<String> {
        let Ok(WireTime::At(moment)) = moment::parse_wire(digits) else { return None };
        match form {
            Form::Rfc3339 => Some(moment.rfc3339()),
            Form::Day => Some(moment.to_day().wire()),
            // A payment reported with a date alone counts from its first second.
            _ if self.options.kind == DocumentKind::Sync => Some(moment.to_precision(Precision::Second).wire()),
            _ => None,
        }
    }

    /// Whether a new order starts at the present moment, which will have passed when the call arrives.
    fn starts_now(&self, moment: Moment) -> bool {
        let is_now = self.options.now.is_some_and(|now| (0..MINUTE).contains(&now.seconds_after(moment)));
        self.options.kind == DocumentKind::Create && is_now
    }

    /// `OnAccept` where the user confirms the order. Without confirmation its meaning is undocumented, so a little later than now.
    fn start_of_now(&self, moment: Moment) -> String {
        const MARGIN: i64 = 30;
        let confirms = match self.record.root() {
            Slot::Object(root) => self.record.get(root.slot(Create::need_user_confirm.row())) != Slot::Bool(false),
            _ => true,
        };
        if confirms { "OnAccept".to_owned() } else { self.options.now.unwrap_or(moment).later_by(MARGIN).wire() }
    }

    /// The value, if it is of a type that can be converted.
    fn loose(&self, slot: Slot) -> Option<Loose<'_>> {
        Loose::new(slot, |span| self.record.text(span))
    }

    fn received(&self, value: Slot) -> Given {
        match value {
            Slot::Text(span) | Slot::BigInt(span) | Slot::Instance(span) => received(Some(self.record.text(span)), value.kind()),
            Slot::Number(number) => Given(number::shortest(number).into_bytes()),
            other => received(None, other.kind()),
        }
    }
}

/// Computes a total that was not given, unless no payment carries an amount: a total of 0 would give the service away.
fn fill_in_total(record: &mut Record, root: Block, mode: Mode, options: &ValidateOptions, findings: &mut Findings) {
    const NO_AMOUNTS: Bilingual = Bilingual {
        zh: "付费项目都没有金额，无法代为计算",
        en: "no payment item carries an amount, so it cannot be computed",
    };
    const UNREADABLE: Bilingual = Bilingual {
        zh: "有项目的金额无法读取，无法代为计算",
        en: "some item's amount cannot be read, so it cannot be computed",
    };
    const BELOW_ZERO: Bilingual = Bilingual {
        zh: "优惠合计超过付费合计，无法代为计算",
        en: "the discounts exceed the payments, so it cannot be computed",
    };
    const NONE_IN_INDUSTRY: Bilingual = Bilingual {
        zh: "所选行业的付费项目不带金额，无法代为计算",
        en: "the industry's payment items carry no amounts, so it cannot be computed",
    };
    let spec = options.kind.spec();
    let Some(total) = spec.shared.total_amount else { return };
    if record.get(root.slot(total.row())) != Slot::Absent {
        return;
    }
    let order = Order::new(spec, record);
    let (payments, discounts) = (Sum::of_payments(order), Sum::of_discounts(order));
    let has_items = order.payments().items().len() > 0;
    let sum = payments.fen - discounts.fen;
    // Where missing items or a negative sum are an error of their own, the total adds none.
    let may_lack_items = |key: Key<Any, List<Payment>>| spec.table.fields[key.row()].presence.cell(Part::Body, mode) != Cell::Required;
    let lacks_items = order.payments().is_absent() && spec.shared.post_payments.is_some_and(may_lack_items);
    let is_warned_of = sum < 0 && matches!(options.kind, DocumentKind::PrepaidMessage | DocumentKind::PendingMessage);
    let value = if !options.total_is_the_sum() {
        Err(NONE_IN_INDUSTRY)
    } else if payments.malformed > 0 || discounts.malformed > 0 {
        Err(UNREADABLE)
    } else if lacks_items {
        Err(NO_AMOUNTS)
    } else if is_warned_of {
        Err(BELOW_ZERO)
    } else if !has_items || sum < 0 {
        // The reason why it cannot be computed is reported already.
        Ok(Slot::Malformed)
    } else if payments.is_carried {
        Ok(Slot::Number(sum.min(i128::from(MAX_SAFE) + 1) as f64))
    } else {
        Err(NO_AMOUNTS)
    };
    let value = value.unwrap_or_else(|why| {
        findings.push(root.at(total.row()), Required { body_kind: None, why: Some(why) });
        Slot::Malformed
    });
    record.change(root, total.row(), value);
}
