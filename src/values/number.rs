//! JavaScript's numbers.

/// The largest integer JavaScript holds exactly.
pub const MAX_SAFE: u64 = 9_007_199_254_740_991;

/// From here on not every integer has a number of its own.
const EXACT_BELOW: f64 = (MAX_SAFE + 1) as f64;

pub fn is_integer(number: f64) -> bool {
    number.is_finite() && number.trunc() == number
}

/// A non-negative integer that JavaScript holds exactly.
pub fn count(number: f64) -> Option<u64> {
    (is_integer(number) && (0.0..EXACT_BELOW).contains(&number)).then_some(number as u64)
}

/// The shortest decimal, as JavaScript writes it, for numbers that people type; others are shown with `…`.
pub fn shortest(number: f64) -> String {
    if !number.is_finite() || number.abs() > EXACT_BELOW {
        return "…".to_owned();
    }
    let sign = if number < 0.0 { "-" } else { "" };
    let (whole, fraction) = (number.abs().trunc(), number.abs().fract());
    if fraction == 0.0 {
        return format!("{sign}{}", whole as u64);
    }
    // Just enough decimals to distinguish the number from its neighbours.
    let decimals = (1..=17).find_map(|places| {
        let scale = 10f64.powi(places);
        let digits = (fraction * scale).round();
        (whole + digits / scale == number.abs()).then_some((places as usize, digits as u64))
    });
    match decimals {
        Some((places, digits)) => format!("{sign}{}.{digits:0places$}", whole as u64),
        None => format!("{sign}{}.…", whole as u64),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_are_distinguished_from_other_numbers() {
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
