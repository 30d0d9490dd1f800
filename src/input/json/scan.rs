//! How far plain text goes: ASCII without a quote, a backslash or a control character, many bytes at a time.

/// The place of the first byte from `at` on that is not plain, or the end.
#[inline]
pub fn plain_until(bytes: &[u8], mut at: usize) -> usize {
    while let Some(block) = block(bytes, at) {
        match first_special(block) {
            Some(place) => return at.wrapping_add(place),
            None => at = at.wrapping_add(BLOCK),
        }
    }
    while bytes.get(at).is_some_and(|byte| is_plain(*byte)) {
        at = at.wrapping_add(1);
    }
    at
}

/// The place behind a run of characters of three bytes, which is what Chinese is made of. Those whose second byte is bound
/// further, and those that nobody may see, are left to a closer look.
#[inline]
pub fn three_bytes_until(bytes: &[u8], mut at: usize) -> usize {
    while let Some(block) = block(bytes, at) {
        let characters = three_byte_characters(block);
        at = at.wrapping_add(characters.wrapping_mul(3));
        if characters < BLOCK / 3 {
            break;
        }
    }
    at
}

fn is_plain(byte: u8) -> bool {
    matches!(byte, 0x20..0x7F) && byte != b'"' && byte != b'\\'
}

#[inline]
fn block(bytes: &[u8], at: usize) -> Option<&[u8; BLOCK]> {
    bytes.get(at..)?.first_chunk()
}

const BLOCK: usize = 8;
const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

#[inline]
fn three_byte_characters(block: &[u8; BLOCK]) -> usize {
    const MASKS: u64 = 0xC0C0_F0C0_C0F0;
    const MARKS: u64 = 0x8080_E080_80E0;
    const ONE: u64 = 0xFF_FFFF;
    let characters = u64::from_le_bytes(*block);
    let differs = (characters & MASKS) ^ MARKS;
    let is_first = differs & ONE == 0 && is_taken_at_a_glance(characters & ONE);
    if is_first && differs == 0 && is_taken_at_a_glance((characters >> 24) & ONE) { 2 } else { usize::from(is_first) }
}

/// U+3001 and what follows, without the surrogates' neighbours and the byte order mark.
#[inline]
fn is_taken_at_a_glance(character: u64) -> bool {
    const IDEOGRAPHIC_SPACE: u64 = 0x80_80E3;
    const BYTE_ORDER_MARK: u64 = 0xBF_BBEF;
    let lead = character & 0xFF;
    lead > 0xE2 && lead != 0xED && character != IDEOGRAPHIC_SPACE && character != BYTE_ORDER_MARK
}

/// A borrow can only mark bytes above the first special one, so the lowest mark is right.
#[inline]
fn first_special(block: &[u8; BLOCK]) -> Option<usize> {
    let bytes = u64::from_le_bytes(*block);
    let below_space = bytes.wrapping_sub(ONES.wrapping_mul(0x20));
    let quote = (bytes ^ ONES.wrapping_mul(0x22)).wrapping_sub(ONES);
    let backslash = (bytes ^ ONES.wrapping_mul(0x5C)).wrapping_sub(ONES);
    let delete = (bytes ^ ONES.wrapping_mul(0x7F)).wrapping_sub(ONES);
    let special = (bytes | below_space | quote | backslash | delete) & HIGH;
    (special != 0).then_some((special.trailing_zeros() >> 3) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_of_chinese_ends_before_anything_else() {
        for (text, end) in [
            ("微信支付分a", 15),
            ("微信支付分完结订单支付分订单服务", 48),
            ("一", 3),
            ("a", 0),
            ("é", 0),
            ("微é", 3),
            ("한", 0),
            ("微한", 3),
            ("，。", 6),
            ("微\u{3000}", 3),
            ("\u{200B}微", 0),
            ("微\u{FEFF}", 3),
            ("\u{800}", 0),
            ("微😀", 3),
        ] {
            let bytes = [text.as_bytes(), b"................"].concat();
            assert_eq!(three_bytes_until(&bytes, 0), end, "{text}");
        }
    }

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
