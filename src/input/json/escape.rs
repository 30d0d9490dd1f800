//! What escapes stand for, in WTF-8: a surrogate by itself keeps three bytes.

/// What a text with escapes stands for, added to `out`.
pub fn unescaped(raw: &[u8], out: &mut Vec<u8>) {
    let start = out.len();
    let mut rest = raw;
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        if *byte != b'\\' {
            // The second half of a pair whose first half was escaped.
            if let (0xED, [second @ 0xB0..=0xBF, third, after @ ..]) = (*byte, rest) {
                rest = after;
                push_unit(surrogate(*second, *third), start, out);
            } else {
                out.push(*byte);
            }
            continue;
        }
        let Some((escape, after)) = rest.split_first() else { return };
        rest = after;
        match escape {
            b'b' => out.push(0x08),
            b'f' => out.push(0x0C),
            b'n' => out.push(b'\n'),
            b'r' => out.push(b'\r'),
            b't' => out.push(b'\t'),
            b'u' => push_unit(take_unit(&mut rest), start, out),
            other => out.push(*other),
        }
    }
}

fn take_unit(digits: &mut &[u8]) -> u32 {
    let mut unit = 0;
    for _ in 0..4 {
        let Some((digit, after)) = digits.split_first() else { break };
        *digits = after;
        unit = (unit << 4) | char::from(*digit).to_digit(16).unwrap_or_default();
    }
    unit
}

/// A UTF-16 unit of a text that starts somewhere in `out`: it may be the second half of a pair whose first half stands last.
fn push_unit(unit: u32, start: usize, out: &mut Vec<u8>) {
    let text = &out[start..];
    if let (0xDC00..0xE000, [before @ .., 0xED, second @ 0xA0..=0xAF, third]) = (unit, text) {
        let (high, end) = (surrogate(*second, *third), start + before.len());
        out.truncate(end);
        push_wtf8((((high & 0x3FF) << 10) | (unit & 0x3FF)) + 0x10000, out);
    } else {
        push_wtf8(unit, out);
    }
}

/// The surrogate that stands in three bytes, the first of which is always the same.
fn surrogate(second: u8, third: u8) -> u32 {
    0xD000 | (u32::from(second & 0x3F) << 6) | u32::from(third & 0x3F)
}

/// A code point, or a surrogate by itself in the three bytes it would take.
fn push_wtf8(code: u32, out: &mut Vec<u8>) {
    let continuation = |shift: u32| 0x80 | ((code >> shift) & 0x3F) as u8;
    match code {
        0..0x80 => out.push(code as u8),
        0x80..0x800 => out.extend_from_slice(&[0xC0 | (code >> 6) as u8, continuation(0)]),
        0x800..0x10000 => out.extend_from_slice(&[0xE0 | (code >> 12) as u8, continuation(6), continuation(0)]),
        _ => out.extend_from_slice(&[0xF0 | (code >> 18) as u8, continuation(12), continuation(6), continuation(0)]),
    }
}
