//! Amounts and times as people write them, turned into wire form.

use crate::input::object;
use crate::input::tape::Tape;
use crate::options::AmountUnit;
use crate::record::slot::Slot;
use crate::rules::draft::{NotMoney, Reading};
use crate::values::moment::{self, Moment, NotATime, Precision, WireTime, Written};
use crate::values::money::{self, Yuan};
use crate::values::number;
use crate::values::text::{self, Span};

/// A value of a draft that may be an amount or a time.
#[derive(Clone, Copy, Debug)]
pub enum Loose<'a> {
    Number(f64),
    Text(&'a [u8]),
    LongText,
    BigInt(&'a [u8]),
    Instant(f64),
}

impl<'a> Loose<'a> {
    pub fn new(slot: Slot, text: impl Fn(Span) -> &'a [u8]) -> Option<Self> {
        Some(match slot {
            Slot::Number(number) => Loose::Number(number),
            Slot::Text(span) => Loose::Text(text(span)),
            Slot::LongText(_) => Loose::LongText,
            Slot::BigInt(span) => Loose::BigInt(text(span)),
            Slot::Instant(ms) => Loose::Instant(ms),
            _ => return None,
        })
    }

    /// The value at the front of a tape.
    pub fn read(tape: &'a Tape) -> Option<Self> {
        let mut cursor = tape.cursor();
        let value = object::leaf(cursor.value());
        Loose::new(value, |span| cursor.text_of(span))
    }

    pub fn text(self) -> Option<&'a [u8]> {
        match self {
            Loose::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// An amount in fen, however it was written. A number of fen is returned unchanged, for the rules to judge.
pub fn fen(value: Loose, unit: AmountUnit) -> Result<f64, NotMoney> {
    match (value, unit) {
        (Loose::Number(fen), AmountUnit::Fen) => Ok(fen),
        (Loose::Number(yuan), AmountUnit::Yuan) => money::yuan_from_number(yuan).ok_or_else(|| why_not_yuan(yuan)),
        (Loose::Text(text) | Loose::BigInt(text), AmountUnit::Fen) => {
            money::fen_from_text(text).ok_or_else(|| why_not_digits(text, NotMoney::Unit))
        }
        (Loose::Text(text) | Loose::BigInt(text), AmountUnit::Yuan) => {
            money::yuan_from_text(text).ok_or_else(|| why_not_digits(text, NotMoney::Decimals))
        }
        (Loose::LongText, _) => Err(NotMoney::Format),
        (Loose::Instant(_), _) => Err(NotMoney::Type),
    }
}

/// Floating-point noise lies next to a whole number of fen.
fn why_not_yuan(yuan: f64) -> NotMoney {
    const NOISE: f64 = 1e-6;
    let fen = yuan * 100.0;
    if !yuan.is_finite() {
        NotMoney::Format
    } else if (fen - fen.round()).abs() < NOISE {
        NotMoney::Float
    } else {
        NotMoney::Decimals
    }
}

/// `decimal` for digits with a decimal point; anything else is not a number.
fn why_not_digits(text: &[u8], decimal: NotMoney) -> NotMoney {
    let unsigned = text.strip_prefix(b"-").unwrap_or(text);
    let mut parts = unsigned.split(|byte| *byte == b'.');
    let is_decimal = parts.clone().count() == 2 && parts.all(text::is_digits);
    if is_decimal { decimal } else { NotMoney::Format }
}

#[derive(Debug, PartialEq)]
pub enum Converted {
    /// An instant, to be written in the field's form.
    Instant(Moment),
    /// The digits of a Beijing wall clock, not yet checked.
    Digits(Vec<u8>),
    NoSuchTime,
    /// A number that may not be epoch milliseconds, or an instant out of range.
    Ambiguous(Reading),
    /// In wire form already, or in an unknown form: for the rules to judge.
    AsItIs,
}

/// The instants accepted, in epoch milliseconds: from 2000-01-01 to 2100-01-01, UTC.
const INSTANTS: std::ops::RangeInclusive<f64> = 946_684_800_000.0..=4_102_444_800_000.0;

pub fn wire_time(value: &Loose) -> Converted {
    match value {
        Loose::Number(ms) | Loose::Instant(ms) if ms.is_nan() => Converted::NoSuchTime,
        Loose::Number(ms) if !INSTANTS.contains(ms) => Converted::Ambiguous(reading_of(*ms)),
        Loose::Instant(ms) if !INSTANTS.contains(ms) => Converted::Ambiguous(Reading::OutOfRange),
        Loose::Number(ms) | Loose::Instant(ms) => Moment::from_epoch_ms(*ms).map_or(Converted::NoSuchTime, Converted::Instant),
        Loose::Text(text) => match moment::parse_written(text) {
            Ok(Written::WallClock(digits)) => Converted::Digits(digits),
            Ok(Written::Instant(moment)) if INSTANTS.contains(&moment.to_epoch_ms()) => Converted::Instant(moment),
            Ok(Written::Instant(_)) => Converted::Ambiguous(Reading::OutOfRange),
            Err(NotATime::Date) => Converted::NoSuchTime,
            Err(NotATime::Form) => Converted::AsItIs,
        },
        Loose::BigInt(_) | Loose::LongText => Converted::AsItIs,
    }
}

/// What a number that is not in epoch milliseconds seems to be.
fn reading_of(number: f64) -> Reading {
    const SECONDS: std::ops::Range<f64> = 1e9..1e10;
    let digits = number::count(number).map(|count| count.to_string());
    let is_date = digits.is_some_and(|digits| matches!(moment::parse_wire(digits.as_bytes()), Ok(WireTime::At(_))));
    if is_date {
        Reading::Digits
    } else if SECONDS.contains(&number) {
        Reading::Seconds
    } else {
        Reading::OutOfRange
    }
}

/// The moment that a value means, if it means one. It may be in wire form already.
pub fn moment_of(value: &Loose) -> Option<Moment> {
    match (wire_time(value), value.text()) {
        (Converted::Instant(moment), _) => Some(moment),
        (Converted::Digits(digits), _) => moment_at(&digits),
        (Converted::AsItIs, Some(text)) => moment_at(text),
        _ => None,
    }
}

fn moment_at(wire: &[u8]) -> Option<Moment> {
    match moment::parse_wire(wire) {
        Ok(WireTime::At(moment)) => Some(moment),
        _ => None,
    }
}

/// An amount in fen, if JavaScript holds that exactly.
pub fn exact_fen(value: Loose, unit: AmountUnit) -> Option<f64> {
    fen(value, unit).ok().filter(|fen| number::count(fen.abs()).is_some())
}

/// Fen as yuan text with two decimals; `None` for what is not an integer of fen.
pub fn yuan_text(value: Loose) -> Option<String> {
    exact_fen(value, AmountUnit::Fen).map(|fen| Yuan(fen as i64).to_string())
}

/// A time in wire form: 14 digits, or 8 for the day alone; `None` for what is not a time.
pub fn payscore_time(value: &Loose, precision: Precision) -> Option<String> {
    moment_of(value).map(|moment| if precision == Precision::Day { moment.to_day().wire() } else { moment.wire() })
}

/// The instant at which Beijing's clocks show a time in wire form, in epoch milliseconds.
pub fn instant_of(text: &[u8]) -> Option<f64> {
    moment_at(text).map(Moment::to_epoch_ms)
}
