//! JSON's numbers as JavaScript has them.

use super::source::{NotJson, Source};

/// Integers of up to so many digits need no rounding.
const EXACT_DIGITS: usize = 15;

pub fn read(source: &mut Source) -> Result<f64, NotJson> {
    let start = source.at;
    let is_negative = source.peek() == Some(b'-');
    if is_negative {
        source.advance(1);
    }
    let first = source.at;
    let mut value: u64 = 0;
    while let Some(digit @ b'0'..=b'9') = source.peek() {
        value = value.wrapping_mul(10).wrapping_add(u64::from(digit & 0x0F));
        source.advance(1);
    }
    let digits = source.at.saturating_sub(first);
    let has_leading_zero = digits > 1 && source.bytes.get(first) == Some(&b'0');
    if digits == 0 || has_leading_zero {
        source.at = if digits == 0 { source.at } else { first.saturating_add(1) };
        return source.refused();
    }
    if digits <= EXACT_DIGITS && !matches!(source.peek(), Some(b'.' | b'e' | b'E')) {
        let value = value as f64;
        return Ok(if is_negative { -value } else { value });
    }
    rounded(source, start)
}

/// The rest of a number that is long, has decimals or an exponent.
#[cold]
fn rounded(source: &mut Source, start: usize) -> Result<f64, NotJson> {
    if source.peek() == Some(b'.') {
        source.advance(1);
        digits(source)?;
    }
    if let Some(b'e' | b'E') = source.peek() {
        source.advance(1);
        if let Some(b'+' | b'-') = source.peek() {
            source.advance(1);
        }
        digits(source)?;
    }
    let text = source.bytes.get(start..source.at).unwrap_or_default();
    // What was read is ASCII, and of the form that the library reads.
    Ok(core::str::from_utf8(text).ok().and_then(|text| text.parse().ok()).unwrap_or(f64::NAN))
}

fn digits(source: &mut Source) -> Result<(), NotJson> {
    let first = source.at;
    while let Some(b'0'..=b'9') = source.peek() {
        source.advance(1);
    }
    if source.at == first { source.refused() } else { Ok(()) }
}
