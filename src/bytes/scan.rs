//! How far plain text goes: ASCII without a quote, a backslash or a control character, many bytes at a time.

/// The place of the first byte from `at` on that is not plain, or the end.
#[inline]
pub fn plain_until(bytes: &[u8], mut at: usize) -> usize {
    while let Some(block) = block(bytes, at) {
        match first_special(block) {
            Some(place) => return at.saturating_add(place),
            None => at = at.saturating_add(BLOCK),
        }
    }
    while bytes.get(at).is_some_and(|byte| is_plain(*byte)) {
        at = at.saturating_add(1);
    }
    at
}

fn is_plain(byte: u8) -> bool {
    matches!(byte, 0x20..0x80) && byte != b'"' && byte != b'\\'
}

#[inline]
fn block(bytes: &[u8], at: usize) -> Option<&[u8; BLOCK]> {
    bytes.get(at..)?.first_chunk()
}

#[cfg(target_feature = "simd128")]
use simd::{BLOCK, first_special};
#[cfg(not(target_feature = "simd128"))]
use words::{BLOCK, first_special};

#[cfg(target_feature = "simd128")]
mod simd {
    use core::arch::wasm32::{i8x16_eq, i8x16_lt, u8x16_bitmask, u8x16_splat, v128, v128_load, v128_or};

    pub const BLOCK: usize = 16;

    #[inline]
    pub fn first_special(block: &[u8; BLOCK]) -> Option<usize> {
        // SAFETY: the block is 16 bytes, and wasm loads from any address.
        let bytes = unsafe { v128_load(block.as_ptr().cast::<v128>()) };
        // As signed bytes everything beyond ASCII is below the space too.
        let special =
            v128_or(i8x16_lt(bytes, u8x16_splat(0x20)), v128_or(i8x16_eq(bytes, u8x16_splat(b'"')), i8x16_eq(bytes, u8x16_splat(b'\\'))));
        let mask = u8x16_bitmask(special);
        (mask != 0).then_some(mask.trailing_zeros() as usize)
    }
}

#[cfg(not(target_feature = "simd128"))]
mod words {
    pub const BLOCK: usize = 8;

    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;

    /// A borrow can only mark bytes above the first special one, so the lowest mark is right.
    #[inline]
    pub fn first_special(block: &[u8; BLOCK]) -> Option<usize> {
        let bytes = u64::from_le_bytes(*block);
        let below_space = bytes.wrapping_sub(ONES.wrapping_mul(0x20));
        let quote = (bytes ^ ONES.wrapping_mul(0x22)).wrapping_sub(ONES);
        let backslash = (bytes ^ ONES.wrapping_mul(0x5C)).wrapping_sub(ONES);
        let special = (bytes | below_space | quote | backslash) & HIGH;
        (special != 0).then_some((special.trailing_zeros() >> 3) as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_found_at_every_place() {
        for special in (0..=255u8).filter(|byte| !is_plain(*byte)) {
            for place in 0..40 {
                let mut bytes = [b'a'; 40];
                bytes[place] = special;
                assert_eq!(plain_until(&bytes, 0), place, "{special:#x}");
                assert_eq!(plain_until(&bytes, place), place, "{special:#x}");
            }
        }
        for plain in (0..=255u8).filter(|byte| is_plain(*byte)) {
            assert_eq!(plain_until(&[plain; 40], 3), 40, "{plain:#x}");
        }
    }
}
