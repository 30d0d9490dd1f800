//! The values that need no closer look: what `rules/value.rs` would say of them is known from their row alone.

use crate::model::table::{Form, Shape, Table, largest};
use crate::values::number::is_integer;
use crate::values::text::{Script, Span};

/// What is plainly sound in a row, whatever else holds, so that it needs no closer look.
#[derive(Clone, Copy, Debug)]
pub enum Plain {
    /// Text of the common characters, of no more bytes than it may have characters.
    Text {
        max: u32,
    },
    Integer {
        min: f64,
        max: f64,
    },
    Boolean,
    /// Only a closer look tells.
    Nothing,
}

impl Plain {
    #[inline(always)]
    pub fn of(shape: Shape) -> Self {
        match shape {
            Shape::Text { min: 1, max, form: Form::Any | Form::Free | Form::ServiceId | Form::OrderId } => Plain::Text { max },
            Shape::Integer { min, max, .. } => Plain::Integer { min: f64::from(min), max: largest(max) as f64 },
            Shape::Boolean => Plain::Boolean,
            _ => Plain::Nothing,
        }
    }

    #[inline(always)]
    pub fn holds_text(self, span: Span) -> bool {
        matches!(self, Plain::Text { max } if span.script != Script::Unusual && span.len.wrapping_sub(1) < max)
    }

    #[inline(always)]
    pub fn holds_number(self, number: f64) -> bool {
        matches!(self, Plain::Integer { min, max } if number >= min && number <= max && is_integer(number))
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
        let bit = 1 << row;
        if is_plainly_sound { self.sound |= bit } else { self.doubtful |= bit }
    }

    /// The rows that need a closer look: because of their values, or because of whether they are there.
    pub fn doubtful(self, table: &Table) -> u32 {
        self.doubtful | (table.required & !self.sound) | (table.conditional & self.sound)
    }
}
