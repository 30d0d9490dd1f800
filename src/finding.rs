//! What rules are, and what they find.

use alloc::vec::Vec;

use crate::language::Bilingual;
use crate::path::At;
use crate::tape;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "declarations", derive(tsify::Tsify), serde(rename_all = "lowercase"))]
pub enum Severity {
    /// A documented MUST is broken: the call is refused, or the money is wrong.
    Error,
    /// The documents disagree, or it is a likely slip. It never makes an order invalid.
    Warning,
}

/// A rule: its code, how grave it is, what its issues carry, and its words.
#[derive(Debug)]
pub struct Rule {
    pub code: &'static str,
    pub severity: Severity,
    /// Where it stands; empty where the field's own source says so.
    pub source: &'static str,
    pub params: &'static [(&'static str, ParamType)],
    #[cfg(feature = "declarations")]
    pub meaning: Bilingual,
    /// `{field}` is the field's label, `{name}` a param, `{hint}` what its shape wants;
    /// `[…]` is left out when a param in it is.
    pub message: Bilingual,
}

/// What a param is made of, as TypeScript sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParamType {
    Number,
    Fen,
    Text,
    OptionalText,
    Texts,
    OptionalTexts,
    /// A kind of JSON value, or of a JavaScript value that JSON does not know.
    JsonType,
}

/// Declares the rules of one subject and lists them for the catalogue.
macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $severity:ident, $source:literal, { $($param:ident: $type:ident),* },
        means $meaning_zh:literal / $meaning_en:literal,
        says $message_zh:literal / $message_en:literal;)*) => {
        $($(#[$doc])*
        pub static $name: $crate::finding::Rule = $crate::finding::Rule {
            code: $code,
            severity: $crate::finding::Severity::$severity,
            source: $source,
            params: &[$((stringify!($param), $crate::finding::ParamType::$type)),*],
            #[cfg(feature = "declarations")]
            meaning: $crate::language::Bilingual { zh: $meaning_zh, en: $meaning_en },
            message: $crate::language::Bilingual { zh: $message_zh, en: $message_en },
        };)*

        #[cfg(feature = "declarations")]
        pub static RULES: &[&$crate::finding::Rule] = &[$(&$name),*];
    };
}
pub(crate) use rules;

#[derive(Clone, Debug, PartialEq)]
pub enum Param {
    Number(f64),
    Fen(i64),
    /// Text from outside: a message repeats only its beginning.
    Text(Vec<u8>),
    /// A time, which is as short as its form.
    Time(Vec<u8>),
    /// Our own words.
    Word(&'static str),
    Words(&'static [&'static str]),
    Texts(Vec<Vec<u8>>),
    /// JSON Pointers.
    Pointers(Vec<Vec<u8>>),
    JsonType(tape::Kind),
    None,
}

impl Param {
    /// An amount, or beyond 64 bits about what it is.
    pub fn fen(fen: i128) -> Self {
        i64::try_from(fen).map_or(Param::Number(fen as f64), Param::Fen)
    }
}

/// Something found, not yet put into words.
#[derive(Clone, Debug)]
pub struct Finding {
    pub rule: &'static Rule,
    pub severity: Severity,
    pub at: At,
    pub params: Vec<Param>,
}

#[derive(Debug, Default)]
pub struct Findings(Vec<Finding>);

impl Findings {
    pub fn push(&mut self, rule: &'static Rule, at: At, params: &[Param]) {
        self.push_as(rule.severity, rule, at, params);
    }

    pub fn push_as(&mut self, severity: Severity, rule: &'static Rule, at: At, params: &[Param]) {
        debug_assert_eq!(params.len(), rule.params.len(), "{}", rule.code);
        self.0.push(Finding { rule, severity, at, params: params.to_vec() });
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn into_vec(self) -> Vec<Finding> {
        self.0
    }
}
