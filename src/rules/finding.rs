//! What rules are, and what they find.

use serde::Serialize;
use serde::ser::{SerializeSeq, SerializeStruct, Serializer};

use crate::record::path::At;
use crate::record::slot::ValueType;
use crate::values::language::{Bilingual, Locale};
use crate::values::named::{Named, named};
use crate::values::text::Given;

named! {
    pub enum Severity {
        /// A documented MUST is broken: the call is refused, or the money is wrong.
        Error = "error",
        /// The official texts disagree, or it is probably a mistake. A warning never makes a document invalid.
        Warning = "warning",
    }
}

/// A rule: its code, its severity, the params of its issues, and its messages.
#[derive(Debug)]
pub struct Rule {
    pub code: &'static str,
    pub severity: Severity,
    /// Where it is documented; empty where the field's own source applies.
    pub source: &'static str,
    pub params: &'static [(&'static str, ParamType)],
    #[cfg(feature = "declarations")]
    pub meaning: Bilingual,
    /// `{field}` is the field's label, `{name}` a param, `{hint}` what its shape expects, `{instead}` what to do about a number that is too small;
    /// `[…]` is left out when a param in it is.
    pub message: Bilingual,
}

/// What a rule found: its params, by name and type.
pub trait Found {
    const RULE: &'static Rule;

    fn into_params(self) -> Box<[Param]>;
}

/// Declares the rules of one subject: a type for each, whose fields are the params of its issues.
///
/// A placeholder that is not a param does not compile.
macro_rules! rules {
    ($($(#[$meta:meta])* $name:ident { $($param:ident: $type:ty),* $(,)? } = $code:literal, $severity:ident, $source:literal,
        means $meaning_zh:literal / $meaning_en:literal,
        says $message_zh:literal / $message_en:literal;)*) => {
        $(
            $(#[$meta])*
            #[derive(Clone, Debug)]
            pub struct $name { $(pub $param: $type),* }

            const _: () = {
                const PARAMS: &[(&str, $crate::rules::finding::ParamType)] =
                    &[$((stringify!($param), <$type as $crate::rules::finding::IntoParam>::TYPE)),*];

                static RULE: $crate::rules::finding::Rule = $crate::rules::finding::Rule {
                    code: $code,
                    severity: $crate::rules::finding::Severity::$severity,
                    source: $source,
                    params: PARAMS,
                    #[cfg(feature = "declarations")]
                    meaning: $crate::values::language::Bilingual { zh: $meaning_zh, en: $meaning_en },
                    message: $crate::values::language::Bilingual { zh: $message_zh, en: $message_en },
                };

                assert!($crate::rules::finding::fills($message_zh, PARAMS) && $crate::rules::finding::fills($message_en, PARAMS));

                impl $crate::rules::finding::Found for $name {
                    const RULE: &'static $crate::rules::finding::Rule = &RULE;

                    fn into_params(self) -> Box<[$crate::rules::finding::Param]> {
                        Box::new([$($crate::rules::finding::IntoParam::into_param(self.$param)),*])
                    }
                }
            };
        )*

        #[cfg(feature = "declarations")]
        pub static RULES: &[&$crate::rules::finding::Rule] = &[$(<$name as $crate::rules::finding::Found>::RULE),*];
    };
}
pub(crate) use rules;

/// Whether every placeholder of a message is a param, or one that every message may use.
pub const fn fills(message: &str, params: &[(&str, ParamType)]) -> bool {
    let bytes = message.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b'{' && !is_placeholder(bytes, at + 1, params) {
            return false;
        }
        at += 1;
    }
    true
}

const fn is_placeholder(message: &[u8], start: usize, params: &[(&str, ParamType)]) -> bool {
    if stands_at(message, start, "field") || stands_at(message, start, "hint") || stands_at(message, start, "instead") {
        return true;
    }
    let mut at = 0;
    while at < params.len() {
        if stands_at(message, start, params[at].0) {
            return true;
        }
        at += 1;
    }
    false
}

const fn stands_at(message: &[u8], start: usize, name: &str) -> bool {
    let name = name.as_bytes();
    let mut at = 0;
    while at < name.len() {
        if start + at >= message.len() || message[start + at] != name[at] {
            return false;
        }
        at += 1;
    }
    start + name.len() < message.len() && message[start + name.len()] == b'}'
}

/// A param's type in TypeScript.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParamType {
    pub name: &'static str,
    pub is_optional: bool,
}

impl ParamType {
    const fn of(name: &'static str) -> Self {
        ParamType { name, is_optional: false }
    }
}

/// A param as a finding stores it, whatever its Rust type was.
#[derive(Clone, Debug, PartialEq)]
pub enum Param {
    Number(f64),
    Fen(i64),
    /// Text that was given. A message quotes only part of a long one.
    Given(Given),
    /// Text of ours, or a time.
    Said(String),
    Word(&'static str),
    /// A word of ours: params carry its name, messages its label.
    Labelled(Labelled),
    Words(&'static [&'static str]),
    Names(Vec<&'static str>),
    LabelledAll(Vec<Labelled>),
    GivenTexts(Vec<Given>),
    /// A JSON Pointer.
    Pointer(Given),
    /// JSON Pointers.
    Pointers(Vec<Given>),
    Type(ValueType),
    /// Text of ours in either language; the report chooses.
    Both(Bilingual),
    None,
}

/// Anything that is a param of an issue.
pub trait IntoParam {
    const TYPE: ParamType;

    fn into_param(self) -> Param;
}

/// An amount. Beyond 64 bits it is approximate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fen(pub i128);

/// A number in the field's unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Quantity {
    Fen(i64),
    Number(f64),
}

/// A JSON Pointer. A message never shortens field names of ours in it.
#[derive(Clone, Debug)]
pub struct Pointer(pub Given);

/// JSON Pointers.
#[derive(Clone, Debug)]
pub struct Pointers(pub Vec<Given>);

/// A word of ours, and its label for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Labelled {
    pub name: &'static str,
    pub label: Bilingual,
}

/// Text that is short by its form, so that a message shows it whole.
#[derive(Clone, Debug)]
pub struct Shown(pub String);

/// What was received: text of the document, or a description of anything else.
#[derive(Clone, Debug)]
pub enum Received {
    Text(Given),
    Described(String),
}

macro_rules! params {
    ($($type:ty as $ts:literal: $value:pat => $param:expr;)*) => {
        $(impl IntoParam for $type {
            const TYPE: ParamType = ParamType::of($ts);

            fn into_param(self) -> Param {
                let $value = self;
                $param
            }
        })*
    };
}

params! {
    f64 as "number": number => Param::Number(number);
    u32 as "number": number => Param::Number(f64::from(number));
    u64 as "number": number => Param::Number(number as f64);
    usize as "number": number => Param::Number(number as f64);
    Fen as "number": Fen(fen) => i64::try_from(fen).map_or(Param::Number(fen as f64), Param::Fen);
    Quantity as "number": quantity => match quantity {
        Quantity::Fen(fen) => Param::Fen(fen),
        Quantity::Number(number) => Param::Number(number),
    };
    Given as "string": text => Param::Given(text);
    Shown as "string": Shown(text) => Param::Said(text);
    Received as "string": received => match received {
        Received::Text(text) => Param::Given(text),
        Received::Described(text) => Param::Said(text),
    };
    &'static str as "string": word => Param::Word(word);
    Labelled as "string": word => Param::Labelled(word);
    Vec<Labelled> as "string[]": words => Param::LabelledAll(words);
    &'static [&'static str] as "string[]": words => Param::Words(words);
    Vec<&'static str> as "string[]": names => Param::Names(names);
    Vec<Given> as "string[]": texts => Param::GivenTexts(texts);
    Pointer as "string": Pointer(pointer) => Param::Pointer(pointer);
    Pointers as "string[]": Pointers(pointers) => Param::Pointers(pointers);
    ValueType as "ValueType": of => Param::Type(of);
    Bilingual as "string": words => Param::Both(words);
}

impl<T: IntoParam> IntoParam for Option<T> {
    const TYPE: ParamType = ParamType { is_optional: true, ..T::TYPE };

    fn into_param(self) -> Param {
        self.map_or(Param::None, T::into_param)
    }
}

/// A param in the language of its report.
struct Localised<'a>(&'a Param, Locale);

impl Serialize for Localised<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Param::Number(number) => serializer.serialize_f64(*number),
            Param::Fen(fen) => serializer.serialize_f64(*fen as f64),
            Param::Given(text) | Param::Pointer(text) => text.serialize(serializer),
            Param::Said(text) => serializer.serialize_str(text),
            Param::Word(word) | Param::Labelled(Labelled { name: word, .. }) => OwnWord(word).serialize(serializer),
            Param::Words(words) => own_words(words, serializer),
            Param::Names(names) => own_words(names, serializer),
            Param::LabelledAll(words) => own_words(&words.iter().map(|word| word.name).collect::<Vec<_>>(), serializer),
            Param::GivenTexts(texts) | Param::Pointers(texts) => texts.serialize(serializer),
            Param::Type(of) => OwnWord(of.name()).serialize(serializer),
            Param::Both(words) => OwnWord(words.in_language(self.1)).serialize(serializer),
            Param::None => serializer.serialize_none(),
        }
    }
}

/// A word of ours. serde-wasm-bindgen keeps the JavaScript string of a variant, so that it is made only once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnWord(pub &'static str);

impl Serialize for OwnWord {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit_variant("OwnWord", 0, self.0)
    }
}

fn own_words<S: Serializer>(words: &[&'static str], serializer: S) -> Result<S::Ok, S::Error> {
    let mut sequence = serializer.serialize_seq(Some(words.len()))?;
    for word in words {
        sequence.serialize_element(&OwnWord(word))?;
    }
    sequence.end()
}

/// The params of a finding by name; absent ones are left out.
#[derive(Clone, Copy, Debug)]
pub struct Params<'a> {
    pub rule: &'static Rule,
    pub params: &'a [Param],
    pub locale: Locale,
}

impl Params<'_> {
    pub fn get(&self, name: &str) -> Option<&Param> {
        let index = self.rule.params.iter().position(|(param, _)| *param == name)?;
        Some(&self.params[index])
    }
}

impl Serialize for Params<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let named = self.rule.params.iter().zip(self.params).filter(|(_, param)| **param != Param::None);
        let mut members = serializer.serialize_struct("Params", named.clone().count())?;
        for ((name, _), param) in named {
            members.serialize_field(name, &Localised(param, self.locale))?;
        }
        members.end()
    }
}

/// Something found, not yet put into words.
#[derive(Clone, Debug)]
pub struct Finding {
    pub rule: &'static Rule,
    pub severity: Severity,
    pub at: At,
    pub params: Box<[Param]>,
}

impl Finding {
    pub fn params(&self, locale: Locale) -> Params<'_> {
        Params { rule: self.rule, params: &self.params, locale }
    }
}

#[derive(Debug, Default)]
pub struct Findings(Vec<Finding>);

impl Findings {
    pub fn push<F: Found>(&mut self, at: At, found: F) {
        self.push_as(F::RULE.severity, at, found);
    }

    pub fn push_as<F: Found>(&mut self, severity: Severity, at: At, found: F) {
        self.note(severity, F::RULE, at, found.into_params());
    }

    /// Not generic, so that it is compiled once and not for every rule.
    #[inline(never)]
    pub fn note(&mut self, severity: Severity, rule: &'static Rule, at: At, params: Box<[Param]>) {
        self.0.push(Finding { rule, severity, at, params });
    }

    /// Whether anything was found at a place.
    pub fn are_at(&self, at: At) -> bool {
        self.0.iter().any(|finding| finding.at == at)
    }

    /// Removes a finding that another one replaces.
    pub fn withdraw<F: Found>(&mut self, at: At) {
        self.0.retain(|finding| finding.at != at || !std::ptr::eq(finding.rule, F::RULE));
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn into_vec(self) -> Vec<Finding> {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_placeholder_is_a_param_the_label_or_the_hint() {
        let params = &[("expected", ParamType::of("number"))];
        assert!(fills("{field}应为 {expected}。[{hint}。]", params));
        for message in ["{expectd}", "{expected_more}", "{expect}", "{received}", "{expected"] {
            assert!(!fills(message, params), "{message}");
        }
    }
}
