//! What a refusal of the API means, found in `data/api-errors.yaml` by the number behind its Request-Id, by the words
//! of its message, or by its code. Whatever comes in is searched as it stands, a log line no less than an error body.

use serde::Serialize;

use crate::input::tape::{Cursor, Tape, Value};
use crate::record::path::Segment;
use crate::rules::finding::OwnWord;
use crate::values::language::Locale;
use crate::values::named::named;
use crate::values::text::{self, Given};

include!(concat!(env!("OUT_DIR"), "/api-errors.rs"));

/// A row of the data. Its words for people stand beside the wasm.
#[derive(Debug)]
pub struct Refusal {
    code: &'static str,
    /// The official wording.
    text: &'static str,
    suffixes: &'static [u32],
    operations: &'static str,
    /// The code of our own rule that finds the same fault.
    pub rule: Option<&'static str>,
    /// A pointer to the field at fault, where the refusal alone tells it.
    field: &'static str,
    pub retry: Retry,
    pub wait_seconds: Option<u32>,
}

named! {
    /// same 稍后原样重试；wait 等待后原样重试；query 先查询订单；fix 改正后再提交；never 不要重试。
    /// same: the same request a little later; wait: the same after the wait; query: look the order up first;
    /// fix: change the request; never: do not try again.
    pub enum Retry {
        Same = "same",
        Wait = "wait",
        Query = "query",
        Fix = "fix",
        Never = "never",
    }
}

named! {
    /// By what a refusal was found, the most telling first.
    pub enum Matched {
        Suffix = "suffix",
        Message = "message",
        Code = "code",
    }
}

#[derive(Debug)]
pub struct Explanation {
    pub matched: Option<Matched>,
    /// The place of its words: codes, messages, and what is not known last.
    pub entry: usize,
    pub refusal: &'static Refusal,
    /// A JSON Pointer into the request's body, empty where no field is known.
    pub pointer: Vec<u8>,
}

pub fn explain(refusal: &Tape) -> Explanation {
    let mut told = Told::default();
    told.hear(b"", &mut refusal.cursor());
    let (matched, entry, refusal) = match told.best_match() {
        Some((matched, entry, refusal)) => (Some(matched), entry, refusal),
        None => (None, CODES.len() + MESSAGES.len(), &UNKNOWN),
    };
    let pointer = told.pointer().map_or(refusal.field.as_bytes(), of_body).to_vec();
    Explanation { matched, entry, refusal, pointer }
}

/// What the caller tells of a refusal.
#[derive(Default)]
struct Told {
    code: Vec<u8>,
    operation: Vec<u8>,
    field: Vec<u8>,
    /// Every text there is, one a line.
    words: Vec<u8>,
}

impl Told {
    /// More than any error body; what comes after it is not read.
    const MOST: usize = 1 << 16;

    fn hear(&mut self, key: &[u8], cursor: &mut Cursor<'_>) {
        match cursor.value() {
            Value::Text(span) => self.take(key, plain(cursor.text_of(span))),
            Value::Array(len) => (0..len).for_each(|_| self.hear(key, cursor)),
            Value::Object(members) => {
                for _ in 0..members {
                    let key = bare(cursor.name());
                    self.hear(&key, cursor);
                }
            }
            _ => {}
        }
    }

    fn take(&mut self, key: &[u8], text: Vec<u8>) {
        match key {
            b"code" if self.code.is_empty() => self.code = bare(&text),
            b"operation" => self.operation = bare(&text),
            b"field" if text.first() == Some(&b'/') => self.field = text,
            // The caller's own data, which may hold any words.
            b"value" => {}
            _ if self.words.len() < Told::MOST => {
                self.words.extend_from_slice(&text);
                self.words.push(b'\n');
            }
            _ => {}
        }
    }

    fn best_match(&self) -> Option<(Matched, usize, &'static Refusal)> {
        let words = bare(&self.words);
        let mut best = None;
        let mut best_fit = 0;
        for (entry, row) in CODES.iter().chain(MESSAGES).enumerate() {
            let (matched, fit) = self.fit(row, entry >= CODES.len(), &words);
            // Of equals the first.
            if fit > best_fit {
                best_fit = fit;
                best = Some((matched, entry, row));
            }
        }
        best
    }

    /// By what a row fits and how well: a message before a code, the longest wording, and then what only breaks ties.
    fn fit(&self, row: &Refusal, is_message: bool, words: &[u8]) -> (Matched, usize) {
        const MESSAGE: usize = 1 << 24;
        const LONGEST: usize = 1 << 16;
        let said = |part: &[u8]| if contains(words, part) { part.len() } else { 0 };
        let code = bare(row.code.as_bytes());
        let is_code = !code.is_empty() && code == self.code;
        let said_text = said(&bare(row.text.as_bytes()));
        let said_code = if is_code { LONGEST } else { said(&code) };
        let has_suffix = row.suffixes.iter().any(|suffix| self.names_number(*suffix));
        let is_operation = contains(row.operations.as_bytes(), &self.operation);
        let (matched, said) = match is_message {
            true if has_suffix => (Matched::Suffix, MESSAGE | said_text << 3),
            true if said_text > 0 => (Matched::Message, MESSAGE | said_text << 3),
            false if said_code > 0 => (Matched::Code, said_code << 3),
            false if said_text > 0 => (Matched::Message, 1),
            _ => return (Matched::Code, 0),
        };
        let ties = usize::from(has_suffix) << 2 | usize::from(is_code) << 1 | usize::from(is_operation);
        (matched, said | ties)
    }

    /// Behind the last `-` of a Request-Id or in the midst of words, but never inside a longer number.
    fn names_number(&self, number: u32) -> bool {
        self.words.split(|byte| !byte.is_ascii_alphanumeric()).any(|part| text::digits(part) == Some(u64::from(number)))
    }

    /// The field that the detail names, or else one that the words do.
    fn pointer(&self) -> Option<&[u8]> {
        if !self.field.is_empty() {
            return Some(&self.field);
        }
        let named = [&b"/body/"[..], b"/uri_template/"].into_iter().find_map(|begin| Some(token(after(&self.words, begin)?.0)));
        named.or_else(|| {
            // `"field":"/total_amount"` in a text of JSON, however it is written.
            let (_, rest) = after(&self.words, b"field")?;
            let start = rest.iter().position(|byte| !b" :=>'\"".contains(byte))?;
            rest.get(start..).filter(|rest| rest.first() == Some(&b'/')).map(token)
        })
    }
}

/// Full-width letters, digits and punctuation as their half-width twins, `\uXXXX` as its character, no other backslashes.
fn plain(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        match (*first, after) {
            (b'\\', _) => {
                if let Some((character, after)) = escaped(after) {
                    out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
                    rest = after;
                }
            }
            // U+FF00 to U+FF7F.
            (0xEF, [high @ (0xBC | 0xBD), low, after @ ..]) => {
                out.push((((high & 1) << 6 | low & 0x3F) + b' ') & 0x7F);
                rest = after;
            }
            (b'\n', _) => out.push(b' '),
            (other, _) => out.push(other),
        }
    }
    out
}

fn escaped(text: &[u8]) -> Option<(char, &[u8])> {
    let (digits, rest) = text.strip_prefix(b"u")?.split_at_checked(4)?;
    let code = digits.iter().try_fold(0, |code, digit| Some((code << 4) | char::from(*digit).to_digit(16)?))?;
    Some((char::from_u32(code)?, rest))
}

/// Han characters, letters in lower case and digits: what is left of a text however it was set. Lines stay apart.
fn bare(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        match (*first, after) {
            // U+4000 to U+9FFF.
            (0xE4..=0xE9, [middle, last, after @ ..]) => {
                out.extend_from_slice(&[*first, *middle, *last]);
                rest = after;
            }
            (b'\n' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z', _) => out.push(first.to_ascii_lowercase()),
            _ => {}
        }
    }
    out
}

fn contains(text: &[u8], part: &[u8]) -> bool {
    !part.is_empty() && after(text, part).is_some()
}

/// The text from a part on, and behind it.
fn after<'t>(text: &'t [u8], part: &[u8]) -> Option<(&'t [u8], &'t [u8])> {
    // The library's `windows` would link the formatting of its panic.
    (0..text.len()).find_map(|at| {
        let from = text.get(at..)?;
        Some((from, from.strip_prefix(part)?))
    })
}

/// The JSON Pointer that a text begins with.
fn token(text: &[u8]) -> &[u8] {
    let end = text.iter().position(|byte| !(byte.is_ascii_alphanumeric() || b"/_~-".contains(byte)));
    &text[..end.unwrap_or(text.len())]
}

/// APIv3 points into `body` or into the URL; our pointers begin inside.
fn of_body(pointer: &[u8]) -> &[u8] {
    let inside = pointer.strip_prefix(b"/body").or_else(|| pointer.strip_prefix(b"/uri_template"));
    inside.filter(|rest| matches!(rest.first(), None | Some(b'/'))).unwrap_or(pointer)
}

/// What the package puts its words to: `entry` and `locale` tell which.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Answer<'a> {
    entry: u32,
    locale: Locale,
    matched: Option<Matched>,
    retry: Retry,
    #[serde(skip_serializing_if = "Option::is_none")]
    wait_seconds: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<OwnWord>,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<Vec<Segment<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pointer: Option<Given>,
}

impl Explanation {
    pub fn keys(&self) -> Vec<Vec<u8>> {
        keys(&self.pointer)
    }

    pub fn answer<'a>(&self, keys: &'a [Vec<u8>], locale: Locale) -> Answer<'a> {
        let names_field = !self.pointer.is_empty();
        Answer {
            entry: self.entry as u32,
            locale,
            matched: self.matched,
            retry: self.refusal.retry,
            wait_seconds: self.refusal.wait_seconds,
            rule: self.refusal.rule.map(OwnWord),
            path: names_field.then(|| keys.iter().map(|key| segment(key)).collect()),
            pointer: names_field.then(|| Given(self.pointer.clone())),
        }
    }
}

/// The keys of a JSON Pointer.
fn keys(pointer: &[u8]) -> Vec<Vec<u8>> {
    let key = |written: &[u8]| {
        let mut key = Vec::new();
        let mut bytes = written.iter();
        while let Some(byte) = bytes.next() {
            key.push(match (byte, bytes.as_slice().first()) {
                (b'~', Some(escape @ (b'0' | b'1'))) => {
                    bytes.next();
                    if *escape == b'0' { b'~' } else { b'/' }
                }
                _ => *byte,
            });
        }
        key
    };
    pointer.split(|byte| *byte == b'/').skip(1).map(key).collect()
}

/// A step of a path: digits are an index, for no field of ours is named by digits.
fn segment(key: &[u8]) -> Segment<'_> {
    let index = text::digits(key).filter(|_| key.len() == 1 || key.first() != Some(&b'0'));
    match index.and_then(|index| u32::try_from(index).ok()) {
        Some(index) => Segment::Index(index),
        None => Segment::Key(key),
    }
}
