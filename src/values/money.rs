//! Amounts: fen as exact integers, yuan as decimal text.

use std::fmt;

use super::number::is_integer;
use super::text::digits;

/// Fen from digits. Beyond JavaScript's exact integers the value is approximate, but then it is too big anyway.
pub fn fen_from_text(text: &[u8]) -> Option<f64> {
    signed(text, |text| digits(text).map(|fen| fen as f64))
}

/// Fen from decimal yuan with at most two decimals: `19.9`, `0.57`, `-3`.
pub fn yuan_from_text(text: &[u8]) -> Option<f64> {
    signed(text, |decimal| {
        let mut parts = decimal.splitn(2, |byte| *byte == b'.');
        let yuan = parts.next().filter(|yuan| !yuan.is_empty())?;
        let cents = match parts.next() {
            None => [b'0', b'0'],
            Some([tenth]) => [*tenth, b'0'],
            Some([tenth, hundredth]) => [*tenth, *hundredth],
            Some(_) => return None,
        };
        digits(&[yuan, &cents].concat()).map(|fen| fen as f64)
    })
}

fn signed(text: &[u8], unsigned: impl Fn(&[u8]) -> Option<f64>) -> Option<f64> {
    let (sign, digits) = match text.strip_prefix(b"-") {
        Some(digits) => (-1.0, digits),
        None => (1.0, text),
    };
    unsigned(digits).map(|fen| sign * fen)
}

/// Fen from a number of yuan, taken as its shortest decimal: 4.35 is 435 although 4.35 × 100 is not.
pub fn yuan_from_number(yuan: f64) -> Option<f64> {
    if !yuan.is_finite() {
        return None;
    }
    if is_integer(yuan) {
        return Some(yuan * 100.0);
    }
    let nearest = (yuan * 100.0).round();
    // The product may be off by one for large amounts. The right number of fen is the one that, divided by 100, gives the
    // same yuan; of several, the one with the fewest decimals.
    let candidates = [nearest, nearest - 1.0, nearest + 1.0];
    let gives_back = |fen: &f64| fen / 100.0 == yuan;
    let whole_tenth = |fen: &f64| is_integer(fen / 10.0);
    candidates.into_iter().filter(gives_back).find(whole_tenth).or_else(|| candidates.into_iter().find(gives_back))
}

/// Fen shown as yuan: `3900` as `39.00`.
#[derive(Clone, Copy, Debug)]
pub struct Yuan(pub i64);

impl fmt::Display for Yuan {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let fen = self.0.unsigned_abs();
        write!(formatter, "{sign}{}.{:02}", fen / 100, fen % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yuan_numbers_count_as_their_shortest_decimal() {
        for (yuan, fen) in [
            (19.9, 1990.0),
            (4.35, 435.0),
            (0.57, 57.0),
            (1.1, 110.0),
            (0.0, 0.0),
            (39.0, 3900.0),
            (-3.5, -350.0),
            (90_071_992_547_409.9, 9_007_199_254_740_990.0),
            // Multiplied by 100 these come out a fen too low, and a fen too high.
            (76_302_144_765_858.6, 7_630_214_476_585_860.0),
            (36_719_214_561_828.77, 3_671_921_456_182_877.0),
        ] {
            assert_eq!(yuan_from_number(yuan), Some(fen), "{yuan}");
        }
        for yuan in [0.001, 19.999, 0.1 + 0.2, f64::NAN, f64::INFINITY, 1e-7] {
            assert_eq!(yuan_from_number(yuan), None, "{yuan}");
        }
    }

    #[test]
    fn every_fen_comes_back_from_its_yuan() {
        for fen in (0..2_000_000u64).chain((1..=2_000).map(|n| n * 4_503_599_627)) {
            let text = Yuan(fen as i64).to_string();
            assert_eq!(yuan_from_text(text.as_bytes()), Some(fen as f64), "{text}");
            let number: f64 = text.parse().unwrap();
            assert_eq!(yuan_from_number(number), Some(fen as f64), "{text}");
        }
    }

    #[test]
    fn decimal_text_has_at_most_two_decimals() {
        for (text, fen) in [("0.57", 57.0), ("19.9", 1990.0), ("39", 3900.0), ("-0.01", -1.0), ("007.10", 710.0)] {
            assert_eq!(yuan_from_text(text.as_bytes()), Some(fen), "{text}");
        }
        for text in ["", ".", "1.", ".5", "1.234", "1,000", " 1", "1e2", "０.5", "--1", "+1", "1.2.3"] {
            assert_eq!(yuan_from_text(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn fen_is_shown_in_yuan() {
        for (fen, shown) in [(0, "0.00"), (5, "0.05"), (57, "0.57"), (3900, "39.00"), (-1, "-0.01"), (i64::MIN, "-92233720368547758.08")] {
            assert_eq!(Yuan(fen).to_string(), shown);
        }
    }
}
