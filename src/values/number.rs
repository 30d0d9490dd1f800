//! What is asked of JavaScript's numbers.

/// The largest integer JavaScript holds exactly.
pub const MAX_SAFE: u64 = 9_007_199_254_740_991;

/// From here on every finite number is an integer, and not every integer is a number.
const EXACT_BELOW: f64 = (MAX_SAFE + 1) as f64;

pub fn is_integer(number: f64) -> bool {
    number.is_finite() && number.trunc() == number
}

/// An integer that JavaScript holds exactly, from zero up.
pub fn count(number: f64) -> Option<u64> {
    (is_integer(number) && (0.0..EXACT_BELOW).contains(&number)).then_some(number as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_are_told_from_the_rest() {
        for number in [0.0, -0.0, 1.0, -3.0, 4e3, EXACT_BELOW, 1e308] {
            assert!(is_integer(number), "{number}");
        }
        for number in [0.5, -0.1, 1e-300, f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert!(!is_integer(number), "{number}");
        }
        assert_eq!(count(9_007_199_254_740_991.0), Some(MAX_SAFE));
        for number in [-1.0, 0.5, EXACT_BELOW, f64::NAN] {
            assert_eq!(count(number), None, "{number}");
        }
    }
}
