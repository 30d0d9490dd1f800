//! Where something stands in the bytes, as people count and as programs do.

use std::ops::Range;

use crate::values::text;

/// A place in the whole input, by line and column and by offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// From 1.
    pub line: u64,
    /// In characters, from 1.
    pub column: u64,
    /// In bytes, from 0.
    pub offset: u64,
}

impl Position {
    pub const START: Position = Position { line: 1, column: 1, offset: 0 };

    pub fn after(self, bytes: &[u8]) -> Self {
        let offset = self.offset + bytes.len() as u64;
        let breaks = bytes.iter().filter(|byte| **byte == b'\n').count() as u64;
        let last_line = bytes.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
        let characters = u64::from(text::count(last_line));
        let column = if breaks > 0 { 1 } else { self.column };
        Position { line: self.line + breaks, column: column + characters, offset }
    }

    pub fn after_range(self, bytes: &[u8], from: usize, to: usize) -> Self {
        self.after(&bytes[from..to])
    }
}

/// Positions within one order, at marks, so that many issues in one long line are not each counted from its start.
pub struct Places<'b> {
    bytes: &'b [u8],
    start: usize,
    /// At the start, and after every `APART` bytes.
    marks: Vec<Position>,
}

impl<'b> Places<'b> {
    const APART: usize = 1024;

    pub fn new(start: Position, bytes: &'b [u8], order: Range<usize>) -> Self {
        let mut position = start;
        let mut marks = vec![position];
        for piece in bytes[order.clone()].chunks_exact(Self::APART) {
            position = position.after(piece);
            marks.push(position);
        }
        Places { bytes, start: order.start, marks }
    }

    pub fn of(&self, offset: usize) -> Position {
        let mark = (offset - self.start) / Self::APART;
        let from = self.start + mark * Self::APART;
        self.marks[mark].after_range(self.bytes, from, offset)
    }
}
