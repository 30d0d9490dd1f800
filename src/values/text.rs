//! Text as it was given, and what the rules need to know of it. It is WTF-8: UTF-8 in which a lone surrogate is kept as three
//! bytes, so that no fault of the input is lost.

use std::fmt::Write as _;

/// What characters a text is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub enum Script {
    #[default]
    Ascii = 0,
    /// Characters of one to three bytes, all well formed.
    Bmp = 1,
    /// There may be a character of four bytes, a lone surrogate or an invisible character: it needs a closer look.
    Unusual = 2,
}

impl Script {
    pub fn of_number(number: u32) -> Self {
        match number {
            0 => Script::Ascii,
            1 => Script::Bmp,
            _ => Script::Unusual,
        }
    }
}

/// A stretch of text, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(C)]
pub struct Span {
    pub start: u32,
    pub len: u32,
    pub script: Script,
}

impl Span {
    pub fn new(start: u32, text: &[u8]) -> Self {
        let script = if text.iter().any(|byte| is_unusual(*byte)) {
            Script::Unusual
        } else if text.is_ascii() {
            Script::Ascii
        } else {
            Script::Bmp
        };
        Span { start, len: text.len() as u32, script }
    }

    #[inline(always)]
    pub fn of(self, text: &[u8]) -> &[u8] {
        &text[self.start as usize..][..self.len as usize]
    }
}

/// Whether a byte may belong to a character that needs a closer look: a blank, a control character, or the first byte of
/// U+0080 to U+00BF, U+1000 to U+3FFF, a surrogate, or U+F000 and above.
fn is_unusual(byte: u8) -> bool {
    matches!(byte, 0..=0x20 | 0x7F | 0xC2 | 0xE1..=0xE3 | FIRST_OF_SURROGATE | 0xEF..)
}

/// Text that was given and goes back to the caller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given(pub Vec<u8>);

// In the wasm it keeps what Rust's strings cannot hold.
#[cfg(not(target_arch = "wasm32"))]
impl serde::Serialize for Given {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&String::from_utf8_lossy(&self.0))
    }
}

/// One character of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Character {
    Scalar(char),
    LoneSurrogate(u16),
}

impl Character {
    /// The API stores characters of one to three bytes: no emoji, no rare Han, nothing ill-formed.
    pub fn is_accepted(self) -> bool {
        matches!(self, Character::Scalar(scalar) if scalar <= '\u{FFFF}')
    }

    /// As a message shows it: an invisible character is written as `U+XXXX`.
    pub fn show(self, out: &mut String) {
        match self {
            Character::Scalar(scalar) if scalar == ' ' || !is_invisible(scalar) && !scalar.is_whitespace() => out.push(scalar),
            Character::Scalar(scalar) => push_code_point(scalar as u32, out),
            Character::LoneSurrogate(unit) => push_code_point(u32::from(unit), out),
        }
    }
}

/// Whether a character has no width or no shape. White space does not count: that depends on where it stands.
pub fn is_invisible(scalar: char) -> bool {
    matches!(
        scalar,
        '\0'..='\u{1F}'
            | '\u{7F}'..='\u{9F}'
            | '\u{AD}'
            | '\u{200B}'..='\u{200F}'
            | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}'
            | '\u{FEFF}'
    )
}

fn push_code_point(code: u32, out: &mut String) {
    // Writing to a String cannot fail.
    let _ = write!(out, "U+{code:04X}");
}

pub fn characters(text: &[u8]) -> impl Iterator<Item = Character> + '_ {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (character, after) = first_character(rest)?;
        rest = after;
        Some(character)
    })
}

/// The first byte of every lone surrogate. Few other characters begin with it.
pub const FIRST_OF_SURROGATE: u8 = 0xED;

pub fn first_character(text: &[u8]) -> Option<(Character, &[u8])> {
    let (&lead, after) = text.split_first()?;
    let (bits, more) = match lead {
        0..0x80 => (lead, 0),
        0x80..0xE0 => (lead & 0x1F, 1),
        0xE0..0xF0 => (lead & 0x0F, 2),
        _ => (lead & 0x07, 3),
    };
    let (continuation, rest) = after.split_at_checked(more)?;
    let code = continuation.iter().fold(u32::from(bits), |code, byte| (code << 6) | u32::from(byte & 0x3F));
    let character = char::from_u32(code).map_or(Character::LoneSurrogate(code as u16), Character::Scalar);
    Some((character, rest))
}

/// The number of Unicode code points, as WeChat Pay counts: a Han character, a digit and a symbol are one each.
pub fn count(text: &[u8]) -> u32 {
    const HIGHEST_BITS: u64 = 0x8080_8080_8080_8080;
    let (words, rest) = text.as_chunks::<8>();
    // A continuation byte has its highest bit set and the next one clear.
    let going_on = words.iter().fold(0_u32, |count, word| {
        let bits = u64::from_le_bytes(*word);
        count.wrapping_add((bits & !(bits << 1) & HIGHEST_BITS).count_ones())
    });
    let of_rest = rest.iter().filter(|byte| **byte & 0xC0 == 0x80).count() as u32;
    (text.len() as u32).wrapping_sub(going_on).wrapping_sub(of_rest)
}

pub fn is_digits(text: &[u8]) -> bool {
    !text.is_empty() && text.iter().all(u8::is_ascii_digit)
}

/// The number that the digits give, saturating; `None` for anything else.
pub fn digits(text: &[u8]) -> Option<u64> {
    const CANNOT_OVERFLOW: usize = 19;
    if text.len() <= CANNOT_OVERFLOW {
        let mut number: u64 = 0;
        let mut are_digits = !text.is_empty();
        for byte in text {
            let digit = byte.wrapping_sub(b'0');
            are_digits &= digit < 10;
            number = number.wrapping_mul(10).wrapping_add(u64::from(digit));
        }
        return are_digits.then_some(number);
    }
    is_digits(text).then(|| text.iter().fold(0, |number: u64, digit| number.saturating_mul(10).saturating_add(u64::from(digit - b'0'))))
}

/// Adds the beginning of a given text, so that no message quotes more than a few characters of it.
pub fn push_excerpt(text: &[u8], most: usize, out: &mut String) {
    push_excerpt_from(text, 0, most, out);
}

/// The same, from a later character on.
pub fn push_excerpt_from(text: &[u8], start: usize, most: usize, out: &mut String) {
    if start > 0 {
        out.push('…');
    }
    let mut characters = characters(text).skip(start);
    for character in characters.by_ref().take(most) {
        character.show(out);
    }
    if characters.next().is_some() {
        out.push('…');
    }
}

/// The edit distance between two names, ignoring case, `_` and `-`.
pub fn distance(one: &[u8], other: &[u8]) -> usize {
    let letters =
        |name: &[u8]| -> Vec<u8> { name.iter().filter(|byte| **byte != b'_' && **byte != b'-').map(u8::to_ascii_lowercase).collect() };
    let (one, other) = (letters(one), letters(other));
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        let mut next = Vec::with_capacity(row.len());
        next.push(left);
        for (b, above) in other.iter().zip(row.iter().skip(1)) {
            let replaced = diagonal + usize::from(a != b);
            left = replaced.min(above + 1).min(left + 1);
            diagonal = *above;
            next.push(left);
        }
        row = next;
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_code_points() {
        for (text, expected) in [("", 0), ("abc", 3), ("支付分", 3), ("e\u{301}", 2), ("😀", 1), ("👨‍👩‍👧", 5)] {
            assert_eq!(count(text.as_bytes()), expected, "{text}");
            assert_eq!(characters(text.as_bytes()).count() as u32, expected, "{text}");
        }
        assert_eq!(count(&[0xED, 0xA0, 0xBD]), 1, "a lone surrogate");
    }

    #[test]
    fn only_what_the_api_stores_is_accepted() {
        for (text, accepted) in [("满 20 减 1 元", true), ("😀", false), ("𠮷野家", false), ("\u{FFFF}", true)] {
            let all = characters(text.as_bytes()).all(Character::is_accepted);
            assert_eq!(all, accepted, "{text}");
        }
        assert!(!characters(&[0xED, 0xA0, 0xBD]).all(Character::is_accepted));
    }

    #[test]
    fn an_excerpt_is_short_and_shows_what_cannot_be_seen() {
        for (text, shown) in [
            ("abc".as_bytes(), "abc"),
            ("一二三四五六七八九十一二三".as_bytes(), "一二三四五六七八九十一二…"),
            (b"a\nb", "aU+000Ab"),
            (&[0xED, 0xA0, 0xBD], "U+D83D"),
        ] {
            let mut excerpt = String::new();
            push_excerpt(text, 12, &mut excerpt);
            assert_eq!(excerpt, shown);
        }
    }

    #[test]
    fn distance_counts_edits() {
        for (one, other, edits) in
            [("total_amount", "totalAmount", 0), ("total_amount", "total_amout", 1), ("name", "nmae", 2), ("", "abc", 3)]
        {
            assert_eq!(distance(one.as_bytes(), other.as_bytes()), edits, "{one} {other}");
        }
    }
}
