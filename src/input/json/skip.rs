//! Values that nobody asks for: passed over, but only if they are JSON.

use super::number;
use super::source::{Parsed, Source};

impl Source<'_> {
    /// Passes over a value of any shape, checking that it is JSON. Depth costs a byte, never the stack.
    pub fn skip(&mut self) -> Parsed<()> {
        let mut open = Vec::new();
        loop {
            match self.next_byte()? {
                byte @ (b'{' | b'[') => {
                    self.advance(1);
                    let close = if byte == b'{' { b'}' } else { b']' };
                    if !self.is_empty(close)? {
                        open.push(close);
                        self.before_member(close)?;
                        continue;
                    }
                }
                b'"' => {
                    self.text()?;
                }
                b't' => self.literal(b"true")?,
                b'f' => self.literal(b"false")?,
                b'n' => self.literal(b"null")?,
                _ => {
                    number::read(self)?;
                }
            }
            loop {
                let Some(close) = open.last().copied() else { return Some(()) };
                if self.goes_on(close)? {
                    self.before_member(close)?;
                    break;
                }
                open.pop();
            }
        }
    }

    /// In an object a key stands before the value.
    fn before_member(&mut self, close: u8) -> Parsed<()> {
        if close == b'}' {
            self.key()?;
        }
        Some(())
    }
}
