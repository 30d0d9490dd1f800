//! Where something stands in bytes, as people and programs count.

use std::ops::Range;

use crate::values::text;

/// A place in all of the bytes, as people and programs count.
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

    pub fn behind(self, bytes: &[u8]) -> Self {
        let offset = self.offset + bytes.len() as u64;
        let breaks = bytes.iter().filter(|byte| **byte == b'\n').count() as u64;
        let last_line = bytes.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
        let characters = u64::from(text::count(last_line));
        let column = if breaks > 0 { 1 } else { self.column };
        Position { line: self.line + breaks, column: column + characters, offset }
    }

    pub fn behind_some(self, bytes: &[u8], from: usize, to: usize) -> Self {
        self.behind(&bytes[from..to])
    }
}

/// Where the bytes of one order stand, so that many issues in one long line are not each counted from its start.
pub struct Places<'b> {
    bytes: &'b [u8],
    start: usize,
    /// At the start, and after every so many bytes.
    marks: Vec<Position>,
}

impl<'b> Places<'b> {
    const APART: usize = 1024;

    pub fn new(start: Position, bytes: &'b [u8], order: Range<usize>) -> Self {
        let mut position = start;
        let mut marks = vec![position];
        for piece in bytes[order.clone()].chunks_exact(Self::APART) {
            position = position.behind(piece);
            marks.push(position);
        }
        Places { bytes, start: order.start, marks }
    }

    pub fn of(&self, offset: usize) -> Position {
        let mark = (offset - self.start) / Self::APART;
        let from = self.start + mark * Self::APART;
        self.marks[mark].behind_some(self.bytes, from, offset)
    }
}
