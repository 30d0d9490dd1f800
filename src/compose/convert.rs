//! Amounts and times as people write them, turned into what the wire takes.

use crate::input::object;
use crate::input::tape::Tape;
use crate::options::AmountUnit;
use crate::record::slot::Slot;
use crate::values::moment::{self, Moment, NotATime, Precision, WireTime};
use crate::values::money::{self, NotMoney, Yuan};
use crate::values::number;
use crate::values::text::Span;

/// A value of a draft that stands for an amount or a time.
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

/// Fen from whatever an amount may be written as. A number of fen stays as it is, for the rules to judge.
pub fn fen(value: Loose, unit: AmountUnit) -> Result<f64, NotMoney> {
    match (value, unit) {
        (Loose::Number(fen), AmountUnit::Fen) => Ok(fen),
        (Loose::Number(yuan), AmountUnit::Yuan) => money::yuan_from_number(yuan),
        (Loose::Text(text) | Loose::BigInt(text), AmountUnit::Fen) => money::fen_from_text(text),
        (Loose::Text(text) | Loose::BigInt(text), AmountUnit::Yuan) => money::yuan_from_text(text),
        (Loose::LongText | Loose::Instant(_), _) => Err(NotMoney),
    }
}

#[derive(Debug, PartialEq)]
pub enum Converted {
    Moment(Moment),
    /// The digits of a Beijing wall clock, not yet checked.
    Digits(Vec<u8>),
    NoSuchTime,
    /// In wire form already, or in no form we know: for the rules to judge.
    AsItIs,
}

pub fn wire_time(value: &Loose) -> Converted {
    match value {
        Loose::Number(ms) | Loose::Instant(ms) => Moment::from_epoch_ms(*ms).map_or(Converted::NoSuchTime, Converted::Moment),
        Loose::Text(text) => match moment::wire_digits_of_wall_clock(text) {
            Some(digits) => Converted::Digits(digits),
            None => match moment::parse_rfc3339(text) {
                Ok(moment) => Converted::Moment(moment),
                Err(NotATime::Date) => Converted::NoSuchTime,
                Err(NotATime::Form) => Converted::AsItIs,
            },
        },
        Loose::BigInt(_) | Loose::LongText => Converted::AsItIs,
    }
}

/// The same where a moment is wanted: digits in wire form stand for one.
pub fn moment_of(value: &Loose) -> Converted {
    match (wire_time(value), value.text()) {
        (Converted::Digits(digits), _) => moment_at(&digits),
        (Converted::AsItIs, Some(text)) => moment_at(text),
        (converted, _) => converted,
    }
}

fn moment_at(wire: &[u8]) -> Converted {
    match moment::parse_wire(wire) {
        Ok(WireTime::At(moment)) => Converted::Moment(moment),
        Err(NotATime::Date) => Converted::NoSuchTime,
        Ok(WireTime::OnAccept) | Err(NotATime::Form) => Converted::AsItIs,
    }
}

/// Fen of an amount, if JavaScript holds them exactly.
pub fn exact_fen(value: Loose, unit: AmountUnit) -> Option<f64> {
    fen(value, unit).ok().filter(|fen| number::count(fen.abs()).is_some())
}

/// Fen as the text of yuan with two decimals; `None` for what is no integer of fen.
pub fn yuan_text(value: Loose) -> Option<String> {
    exact_fen(value, AmountUnit::Fen).map(|fen| Yuan(fen as i64).to_string())
}

/// A time in wire form, of 14 digits or cut to the day's 8; `None` for what is no time.
pub fn payscore_time(value: &Loose, precision: Precision) -> Option<String> {
    let Converted::Moment(moment) = moment_of(value) else { return None };
    Some(match precision {
        Precision::Second => moment.wire(),
        Precision::Day => moment.to_day().wire(),
    })
}

/// The instant at which Beijing's clocks show a time in wire form, in epoch milliseconds.
pub fn instant_of(text: &[u8]) -> Option<f64> {
    let Converted::Moment(moment) = moment_at(text) else { return None };
    Some(moment.to_epoch_ms())
}
