//! Bytes read from front to back: white space, literals, text and whatever is passed over.

use std::borrow::Cow;

use super::escape::unescaped;
use super::scan;
use crate::values::text::Script;

/// What was read, or nothing where the bytes stop being JSON: at [`Source::at`], which is their end where they only end
/// too early.
pub type Parsed<T> = Option<T>;

/// What the bytes may hold beside UTF-8.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    #[default]
    Utf8,
    /// Made of a JavaScript string, whose lone surrogates keep their three bytes.
    Wtf8,
}

/// Whether a line break ends an order or is white space like any other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LineBreaks {
    #[default]
    End,
    AreSpace,
}

#[derive(Clone, Copy, Debug, Default)]
pub struct Source<'t> {
    pub bytes: &'t [u8],
    pub at: usize,
    pub encoding: Encoding,
    pub line_breaks: LineBreaks,
}

/// A text as it stands in the bytes, without its quotes.
#[derive(Clone, Copy, Debug)]
pub struct Raw {
    pub start: usize,
    pub end: usize,
    pub content: Content,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// As it is, in some script.
    Plain(Script),
    /// What it stands for is still to be worked out.
    Escaped,
}

impl Raw {
    /// What the text stands for.
    pub fn meaning(self, bytes: &[u8]) -> Cow<'_, [u8]> {
        let raw = &bytes[self.start..self.end];
        if self.content != Content::Escaped {
            return Cow::Borrowed(raw);
        }
        let mut text = Vec::with_capacity(raw.len());
        unescaped(raw, &mut text);
        Cow::Owned(text)
    }
}

impl<'t> Source<'t> {
    #[inline]
    pub fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    #[inline]
    pub fn advance(&mut self, bytes: usize) {
        self.at = self.at.wrapping_add(bytes);
    }

    /// The next byte that is no white space.
    #[inline]
    pub fn next_byte(&mut self) -> Parsed<u8> {
        match self.peek() {
            Some(byte) if byte > b' ' => Some(byte),
            _ => self.behind_space(),
        }
    }

    fn behind_space(&mut self) -> Parsed<u8> {
        loop {
            match self.peek()? {
                b' ' | b'\t' | b'\r' => self.advance(1),
                b'\n' if self.line_breaks == LineBreaks::AreSpace => self.advance(1),
                byte => return Some(byte),
            }
        }
    }

    pub fn expect(&mut self, wanted: u8) -> Parsed<()> {
        if self.next_byte()? != wanted {
            return None;
        }
        self.advance(1);
        Some(())
    }

    /// Behind a member or an item: whether another one follows.
    #[inline]
    pub fn goes_on(&mut self, close: u8) -> Parsed<bool> {
        let byte = self.next_byte()?;
        if byte != b',' && byte != close {
            return None;
        }
        self.advance(1);
        Some(byte == b',')
    }

    /// Behind the bracket that opens a container: whether it holds nothing.
    pub fn is_empty(&mut self, close: u8) -> Parsed<bool> {
        let byte = self.next_byte()?;
        if byte == close {
            self.advance(1);
        }
        Some(byte == close)
    }

    pub fn literal(&mut self, word: &[u8]) -> Parsed<()> {
        for wanted in word {
            if self.peek() != Some(*wanted) {
                return None;
            }
            self.advance(1);
        }
        Some(())
    }

    /// A text from its opening quote on.
    #[inline(always)]
    pub fn text(&mut self) -> Parsed<Raw> {
        let start = self.at.wrapping_add(1);
        let end = scan::plain_until(self.bytes, start);
        let mut content = if self.bytes.get(end) == Some(&b'"') {
            self.at = end.wrapping_add(1);
            Content::Plain(Script::Ascii)
        } else {
            self.at = end;
            self.unplain_text()?
        };
        let end = self.at.wrapping_sub(1);
        let is_blank = |at: usize| self.bytes.get(at) == Some(&b' ');
        if (is_blank(start) || is_blank(end.wrapping_sub(1))) && content != Content::Escaped {
            content = Content::Plain(Script::Unusual);
        }
        Some(Raw { start, end, content })
    }

    /// The rest of a text, with its closing quote.
    #[inline(never)]
    fn unplain_text(&mut self) -> Parsed<Content> {
        let mut script = Script::Ascii;
        let mut has_escapes = false;
        loop {
            self.at = scan::plain_until(self.bytes, self.at);
            match self.peek()? {
                b'"' => {
                    self.advance(1);
                    return Some(if has_escapes { Content::Escaped } else { Content::Plain(script) });
                }
                0x80.. => {
                    let end = scan::three_bytes_until(self.bytes, self.at);
                    if end > self.at && script == Script::Ascii {
                        script = Script::Bmp;
                    }
                    self.at = end;
                    if matches!(self.peek(), Some(0x80..)) {
                        self.character(&mut script)?;
                    }
                }
                0x7F => {
                    script = Script::Unusual;
                    self.advance(1);
                }
                b'\\' => {
                    has_escapes = true;
                    self.escape()?;
                }
                _ => return None,
            }
        }
    }

    /// A character of more than one byte that was not taken at a glance.
    fn character(&mut self, script: &mut Script) -> Parsed<()> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let (bytes, is_unusual) = match rest {
            [0xE3, 0x80, 0x80, ..] | [0xEF, 0xBB, 0xBF, ..] => (3, true),
            [0xE3..=0xEC | 0xEE..=0xEF, 0x80..=0xBF, 0x80..=0xBF, ..]
            | [0xE0, 0xA0..=0xBF, 0x80..=0xBF, ..]
            | [0xED, 0x80..=0x9F, 0x80..=0xBF, ..] => (3, false),
            [0xE1..=0xE2, 0x80..=0xBF, 0x80..=0xBF, ..] => (3, true),
            [0xC2, 0x80..=0xAD, ..] => (2, true),
            [0xC2..=0xDF, 0x80..=0xBF, ..] => (2, false),
            [0xF1..=0xF3, 0x80..=0xBF, 0x80..=0xBF, 0x80..=0xBF, ..]
            | [0xF0, 0x90..=0xBF, 0x80..=0xBF, 0x80..=0xBF, ..]
            | [0xF4, 0x80..=0x8F, 0x80..=0xBF, 0x80..=0xBF, ..] => (4, true),
            [0xED, 0xA0..=0xBF, 0x80..=0xBF, ..] if self.encoding == Encoding::Wtf8 => (3, true),
            _ => return self.broken_character(rest),
        };
        if is_unusual {
            *script = Script::Unusual;
        } else if *script == Script::Ascii {
            *script = Script::Bmp;
        }
        self.advance(bytes);
        Some(())
    }

    /// A character that the end of the bytes cuts off may go on in the next ones.
    fn broken_character(&mut self, rest: &[u8]) -> Parsed<()> {
        let wanted = match rest.first() {
            Some(0xC2..=0xDF) => 2,
            Some(0xE0..=0xEF) => 3,
            Some(0xF0..=0xF4) => 4,
            _ => return None,
        };
        let is_cut_off = rest.len() < wanted && rest.iter().skip(1).all(|byte| matches!(byte, 0x80..=0xBF));
        if is_cut_off {
            self.at = self.bytes.len();
        }
        None
    }

    /// Checks an escape; what it stands for is worked out by [`super::escape::unescaped`].
    fn escape(&mut self) -> Parsed<()> {
        self.advance(1);
        match self.peek() {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => self.advance(1),
            Some(b'u') => {
                self.advance(1);
                for _ in 0..4 {
                    if !self.peek().is_some_and(|byte| byte.is_ascii_hexdigit()) {
                        return None;
                    }
                    self.advance(1);
                }
            }
            _ => return None,
        }
        Some(())
    }

    /// A key with its colon.
    pub fn key(&mut self) -> Parsed<Raw> {
        if self.next_byte()? != b'"' {
            return None;
        }
        let key = self.text()?;
        self.expect(b':')?;
        Some(key)
    }
}
