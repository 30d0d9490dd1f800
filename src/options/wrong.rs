//! A wrong option is the programmer's mistake, so it throws instead of being an issue.

use std::borrow::Cow;

use crate::values::language::Locale;
use crate::values::text::{self, push_excerpt};

/// What an option must be, in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    zh: Cow<'static, str>,
    en: Cow<'static, str>,
}

impl Expected {
    pub fn new(zh: &'static str, en: &'static str) -> Self {
        Expected { zh: zh.into(), en: en.into() }
    }

    /// Code, which is the same in both languages.
    pub fn neutral(code: impl Into<Cow<'static, str>>) -> Self {
        let code = code.into();
        Expected { zh: code.clone(), en: code }
    }
}

/// An option that is not what it must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongOption {
    /// Its name, or the beginning of it.
    pub option: String,
    pub expected: Expected,
    /// What was probably meant.
    pub suggestion: Option<&'static str>,
}

impl WrongOption {
    pub fn new(option: &[u8], expected: Expected) -> Self {
        const LONGEST_QUOTED: usize = 20;
        let mut name = String::new();
        push_excerpt(option, LONGEST_QUOTED, &mut name);
        WrongOption { option: name, expected, suggestion: None }
    }

    /// An option that does not exist.
    pub fn unknown(option: &[u8], names: &'static [&'static str]) -> Self {
        let all = names.join("、");
        let expected = Expected { zh: format!("以下之一：{all}").into(), en: format!("one of {}", names.join(", ")).into() };
        WrongOption { suggestion: nearest(option, names.iter().copied()), ..WrongOption::new(option, expected) }
    }

    pub fn message(&self, locale: Locale) -> String {
        let WrongOption { option, expected: Expected { zh, en }, suggestion } = self;
        match (locale, suggestion) {
            (Locale::Zh, None) => format!("payscore: 选项 {option} 应为 {zh}"),
            (Locale::Zh, Some(meant)) => format!("payscore: 选项 {option} 应为 {zh}。是否想写 {meant}？"),
            (Locale::En, None) => format!("payscore: option {option} must be {en}"),
            (Locale::En, Some(meant)) => format!("payscore: option {option} must be {en}. Did you mean {meant}?"),
        }
    }
}

pub fn wrong<T>(option: &str, expected: Expected) -> Result<T, WrongOption> {
    Err(WrongOption::new(option.as_bytes(), expected))
}

/// The name closest to what was written, if one is close enough.
pub fn nearest(written: &[u8], names: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let near = names.map(|name| (text::distance(written, name.as_bytes()), name)).min_by_key(|(distance, _)| *distance);
    near.filter(|(distance, name)| !written.is_empty() && *distance <= name.len() / 3).map(|(_, name)| name)
}

/// `"fen" | "yuan"`
pub fn alternatives(names: impl Iterator<Item = &'static str>) -> String {
    let mut all = String::new();
    for name in names {
        all.push_str(if all.is_empty() { "\"" } else { " | \"" });
        all.push_str(name);
        all.push('"');
    }
    all
}
