//! JSON's numbers as JavaScript has them.

use super::source::{Parsed, Source};

/// Integers of up to so many digits need no rounding.
const EXACT_DIGITS: usize = 15;

#[inline]
pub fn read(source: &mut Source) -> Parsed<f64> {
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
    let digits = source.at - first;
    let has_leading_zero = digits > 1 && source.bytes.get(first) == Some(&b'0');
    if digits == 0 || has_leading_zero {
        source.at = if digits == 0 { source.at } else { first + 1 };
        return None;
    }
    if digits <= EXACT_DIGITS && !matches!(source.peek(), Some(b'.' | b'e' | b'E')) {
        let value = value as f64;
        return Some(if is_negative { -value } else { value });
    }
    rounded(source, start)
}

/// The rest of a number that is long, has decimals or an exponent.
#[cold]
fn rounded(source: &mut Source, start: usize) -> Parsed<f64> {
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
    let text = source.bytes.get(start..source.at)?;
    std::str::from_utf8(text).ok()?.parse().ok()
}

fn digits(source: &mut Source) -> Parsed<()> {
    let first = source.at;
    while let Some(b'0'..=b'9') = source.peek() {
        source.advance(1);
    }
    (source.at > first).then_some(())
}
