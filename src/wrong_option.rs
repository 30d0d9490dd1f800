//! A wrong option is the caller's mistake, so it is an error and not an issue.

use alloc::vec::Vec;

use crate::text;

/// An option that is not what it must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongOption {
    /// Its name, or the beginning of it.
    pub option: Vec<u8>,
    pub expected: &'static str,
}

impl WrongOption {
    pub fn new(option: &[u8], expected: &'static str) -> Self {
        let mut name = Vec::new();
        text::push_excerpt(option, 20, &mut name);
        WrongOption { option: name, expected }
    }

    pub fn message(&self) -> Vec<u8> {
        let (option, expected) = (self.option.as_slice(), self.expected.as_bytes());
        let zh = ["payscore: 选项 ".as_bytes(), option, " 应为 ".as_bytes(), expected];
        let en = [b" / option ", option, b" must be ", expected];
        text::joined([zh, en].as_flattened())
    }
}
