//! JSON of any shape laid flat, for what is compared as a whole or holds more than an order.

use super::number;
use super::source::{Parsed, Source};
use crate::input::tape::{Tape, Value};
use crate::record::slot::ValueType;

/// As deep as the reader of JavaScript objects goes; what lies deeper is seen and not read.
const DEEPEST: usize = 500;

/// Lays the value flat that begins here, so many levels inside what is read as a whole.
pub fn tape(source: &mut Source, inside: usize) -> Parsed<Tape> {
    let mut tape = Tape::default();
    lay(source, &mut tape, DEEPEST - inside)?;
    Some(tape)
}

fn lay(source: &mut Source, tape: &mut Tape, depth: usize) -> Parsed<()> {
    match source.next_byte()? {
        b'{' if depth == 0 => {
            source.skip()?;
            tape.push(Value::Opaque(ValueType::Object));
        }
        b'[' if depth == 0 => {
            source.skip()?;
            tape.push(Value::Opaque(ValueType::Array));
        }
        b'{' => {
            source.advance(1);
            let head = tape.open();
            let mut members = 0;
            let mut goes_on = !source.is_empty(b'}')?;
            while goes_on {
                let key = source.key()?;
                tape.push_bytes(&key.meaning(source.bytes));
                lay(source, tape, depth - 1)?;
                members += 1;
                goes_on = source.goes_on(b'}')?;
            }
            tape.close(head, Value::Object(members));
        }
        b'[' => {
            source.advance(1);
            let head = tape.open();
            let mut items = 0;
            let mut goes_on = !source.is_empty(b']')?;
            while goes_on {
                lay(source, tape, depth - 1)?;
                items += 1;
                goes_on = source.goes_on(b']')?;
            }
            tape.close(head, Value::Array(items));
        }
        b'"' => {
            let raw = source.text()?;
            tape.push_value(&raw.meaning(source.bytes));
        }
        b't' => {
            source.literal(b"true")?;
            tape.push(Value::Bool(true));
        }
        b'f' => {
            source.literal(b"false")?;
            tape.push(Value::Bool(false));
        }
        b'n' => {
            source.literal(b"null")?;
            tape.push(Value::Null);
        }
        _ => tape.push(Value::Number(number::read(source)?)),
    }
    Some(())
}
